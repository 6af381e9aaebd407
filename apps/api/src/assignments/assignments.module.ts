import { Module } from '@nestjs/common';
import { AssignmentsResolver } from './assignments.resolver.js';
import { AssignmentsService } from './assignments.service.js';

@Module({ providers: [AssignmentsResolver, AssignmentsService], exports: [AssignmentsService] })
export class AssignmentsModule {}

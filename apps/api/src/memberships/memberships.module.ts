import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { MembershipsResolver } from './memberships.resolver.js';
import { MembershipsService } from './memberships.service.js';

@Module({ imports: [RunsModule], providers: [MembershipsResolver, MembershipsService] })
export class MembershipsModule {}

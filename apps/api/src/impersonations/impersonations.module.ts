import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { ImpersonationsResolver } from './impersonations.resolver.js';
import { ImpersonationsService } from './impersonations.service.js';

@Module({ imports: [RunsModule], providers: [ImpersonationsResolver, ImpersonationsService] })
export class ImpersonationsModule {}

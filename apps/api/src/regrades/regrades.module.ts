import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { RegradesResolver } from './regrades.resolver.js';
import { RegradesService } from './regrades.service.js';

@Module({ imports: [RunsModule], providers: [RegradesResolver, RegradesService], exports: [RegradesService] })
export class RegradesModule {}

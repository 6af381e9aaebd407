import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { RubricsResolver } from './rubrics.resolver.js';
import { RubricsService } from './rubrics.service.js';

@Module({ imports: [QueueModule, RunsModule], providers: [RubricsResolver, RubricsService] })
export class RubricsModule {}

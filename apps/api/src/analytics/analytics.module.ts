import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { AnalyticsFilesController } from './analytics-files.controller.js';
import { AnalyticsResolver } from './analytics.resolver.js';
import { AnalyticsService } from './analytics.service.js';
import { AttemptFilesService } from './attempt-files.service.js';

@Module({
  imports: [RunsModule],
  controllers: [AnalyticsFilesController],
  providers: [AnalyticsResolver, AnalyticsService, AttemptFilesService],
})
export class AnalyticsModule {}

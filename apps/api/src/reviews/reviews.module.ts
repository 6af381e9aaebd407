import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { GradingActionsService } from './grading-actions.service.js';
import { ReviewFieldsResolver } from './review-fields.resolver.js';
import { ReviewSettingsResolver } from './review-settings.resolver.js';
import { ReviewSettingsService } from './review-settings.service.js';
import { ReviewedRunResolver } from './reviewed-run.resolver.js';
import { ReviewsResolver } from './reviews.resolver.js';
import { ReviewsService } from './reviews.service.js';
import { SourceFiles } from './source-files.js';

@Module({
  imports: [QueueModule, RunsModule],
  providers: [
    ReviewsResolver,
    ReviewFieldsResolver,
    ReviewedRunResolver,
    ReviewSettingsResolver,
    ReviewsService,
    GradingActionsService,
    ReviewSettingsService,
    SourceFiles,
  ],
  exports: [ReviewsService, SourceFiles],
})
export class ReviewsModule {}

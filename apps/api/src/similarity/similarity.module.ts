import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { ComparedWorksService } from './compared-works.service.js';
import { SimilarityNames } from './similarity-names.js';
import { SimilarityResolver } from './similarity.resolver.js';
import { SimilarityService } from './similarity.service.js';

@Module({
  imports: [QueueModule, ReviewsModule, RunsModule],
  providers: [SimilarityResolver, SimilarityService, ComparedWorksService, SimilarityNames],
})
export class SimilarityModule {}

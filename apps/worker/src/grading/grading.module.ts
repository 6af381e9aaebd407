import { Module } from '@nestjs/common';
import { ImagesAtHand } from '../fleet/images-at-hand.js';
import { BundleCache } from './bundles.js';
import { GradingConsumer } from './grading.consumer.js';
import { GradingService } from './grading.service.js';
import { RunsInHand } from './runs-in-hand.js';

@Module({
  providers: [BundleCache, ImagesAtHand, GradingService, GradingConsumer, RunsInHand],
  exports: [GradingConsumer, ImagesAtHand, RunsInHand],
})
export class GradingModule {}

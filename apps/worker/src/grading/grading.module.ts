import { Module } from '@nestjs/common';
import { BundleCache } from './bundles.js';
import { GradingConsumer } from './grading.consumer.js';
import { GradingService } from './grading.service.js';
import { RunsInHand } from './runs-in-hand.js';

@Module({
  providers: [BundleCache, GradingService, GradingConsumer, RunsInHand],
  exports: [GradingConsumer, RunsInHand],
})
export class GradingModule {}

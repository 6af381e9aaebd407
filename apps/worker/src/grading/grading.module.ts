import { Module } from '@nestjs/common';
import { ImagesAtHand } from '../fleet/images-at-hand.js';
import { PackageLists } from '../fleet/package-lists.js';
import { BundleCache } from './bundles.js';
import { GradingConsumer } from './grading.consumer.js';
import { GradingService } from './grading.service.js';
import { DemandMetrics } from '../fleet/demand-metrics.js';
import { KeptFiles } from './kept-files.js';
import { RunMetrics } from './run-metrics.js';
import { RunsInHand } from './runs-in-hand.js';

@Module({
  providers: [
    BundleCache,
    ImagesAtHand,
    PackageLists,
    KeptFiles,
    GradingService,
    GradingConsumer,
    RunsInHand,
    RunMetrics,
    DemandMetrics,
  ],
  exports: [DemandMetrics, GradingConsumer, ImagesAtHand, PackageLists, RunsInHand],
})
export class GradingModule {}

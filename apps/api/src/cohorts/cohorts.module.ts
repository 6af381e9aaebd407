import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { CohortPlanResolver } from './cohort-plan.resolver.js';
import { CohortPlanService } from './cohort-plan.service.js';
import { CohortsResolver } from './cohorts.resolver.js';
import { CohortsService } from './cohorts.service.js';

@Module({
  imports: [QueueModule, RunsModule],
  providers: [CohortsResolver, CohortsService, CohortPlanResolver, CohortPlanService],
})
export class CohortsModule {}

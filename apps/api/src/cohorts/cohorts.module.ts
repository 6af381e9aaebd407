import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { CohortGroupsResolver } from './cohort-groups.resolver.js';
import { CohortGroupsService } from './cohort-groups.service.js';
import { CohortPlanResolver } from './cohort-plan.resolver.js';
import { CohortPlanService } from './cohort-plan.service.js';
import { CohortSettingsResolver } from './cohort-settings.resolver.js';
import { CohortSettingsService } from './cohort-settings.service.js';
import { CohortsResolver } from './cohorts.resolver.js';
import { CohortsService } from './cohorts.service.js';
import { ExtensionsService } from './extensions.service.js';

@Module({
  imports: [QueueModule, RunsModule],
  providers: [
    CohortGroupsResolver,
    CohortGroupsService,
    CohortPlanResolver,
    CohortPlanService,
    CohortSettingsResolver,
    CohortSettingsService,
    CohortsResolver,
    CohortsService,
    ExtensionsService,
  ],
})
export class CohortsModule {}

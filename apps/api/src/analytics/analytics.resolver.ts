import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AnalyticsService } from './analytics.service.js';
import {
  CohortAnalyticsType,
  CohortAssignmentFiguresType,
  CohortStageType,
  CommonFailureType,
  StudentAtRiskType,
  StudentSkillsType,
  WeakSliceType,
} from './analytics.types.js';

@Resolver(() => CohortAnalyticsType)
export class AnalyticsResolver {
  constructor(private readonly service: AnalyticsService) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => CohortAnalyticsType)
  cohortAnalytics(@CurrentOperation() operation: Operation, @Args('slug') slug: string) {
    return this.service.overview(operation, slug);
  }

  @ResolveField(() => [CohortStageType])
  stages(@CurrentOperation() operation: Operation, @Parent() { cohort }: CohortAnalyticsType) {
    return this.service.stages(operation, cohort.id);
  }

  @ResolveField(() => [CohortAssignmentFiguresType])
  assignments(@CurrentOperation() operation: Operation, @Parent() { cohort }: CohortAnalyticsType) {
    return this.service.assignments(operation, cohort.id);
  }

  @ResolveField(() => [CommonFailureType], { description: 'The 20 most frequent.' })
  failures(@CurrentOperation() operation: Operation, @Parent() { cohort }: CohortAnalyticsType) {
    return this.service.failures(operation, cohort.id);
  }

  @ResolveField(() => [StudentSkillsType], { description: 'The 100 weakest students with any evidence.' })
  skills(@CurrentOperation() operation: Operation, @Parent() { cohort }: CohortAnalyticsType) {
    return this.service.skills(operation, cohort.id);
  }

  @ResolveField(() => [StudentAtRiskType], { description: 'The 100 with most reasons.' })
  atRisk(@CurrentOperation() operation: Operation, @Parent() { cohort }: CohortAnalyticsType) {
    return this.service.atRisk(operation, cohort.id);
  }

  @ResolveField(() => [WeakSliceType], { description: 'Worse for at least 80 % of at least 3 students.' })
  weakSlices(@CurrentOperation() operation: Operation, @Parent() { cohort }: CohortAnalyticsType) {
    return this.service.weakSlices(operation, cohort.id);
  }
}

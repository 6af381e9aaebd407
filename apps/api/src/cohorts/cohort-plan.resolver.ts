import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { CohortPlanService } from './cohort-plan.service.js';
import {
  AssignmentDatesInput,
  CohortPlanType,
  ExtensionInput,
  ExtensionWithdrawalInput,
  LateDaysInput,
} from './cohort-plan.types.js';
import { ExtensionsService } from './extensions.service.js';

@Resolver()
export class CohortPlanResolver {
  constructor(
    private readonly service: CohortPlanService,
    private readonly extensions: ExtensionsService,
  ) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => CohortPlanType)
  cohortPlan(
    @CurrentOperation() operation: Operation,
    @Args('slug') slug: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.plan(operation, slug, { first: first ?? 50, after });
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Boolean, { description: 'Work that was handed in already is judged by the new dates.' })
  setAssignmentDates(@CurrentOperation() operation: Operation, @Args('input') input: AssignmentDatesInput) {
    return this.service.setDates(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Boolean)
  grantExtension(@CurrentOperation() operation: Operation, @Args('input') input: ExtensionInput) {
    return this.extensions.extend(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Boolean, { description: 'Work that was handed in already is judged without it.' })
  withdrawExtension(
    @CurrentOperation() operation: Operation,
    @Args('input') input: ExtensionWithdrawalInput,
  ) {
    return this.extensions.withdraw(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Boolean, { description: 'Takes a student out of a cohort; what they handed in stays.' })
  withdrawStudent(
    @CurrentOperation() operation: Operation,
    @Args('enrollmentId', { type: () => ID }) enrollmentId: string,
    @Args('reason') reason: string,
  ) {
    return this.service.withdrawStudent(operation, enrollmentId, reason);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Boolean)
  setLateDays(@CurrentOperation() operation: Operation, @Args('input') input: LateDaysInput) {
    return this.extensions.setLateDays(operation, input);
  }
}

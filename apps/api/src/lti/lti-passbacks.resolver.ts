import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { LtiPassbacksService } from './lti-passbacks.service.js';
import { CohortPassbacksType } from './lti-passbacks.types.js';

@Resolver(() => CohortPassbacksType)
export class LtiPassbacksResolver {
  constructor(private readonly service: LtiPassbacksService) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => CohortPassbacksType)
  cohortPassbacks(
    @CurrentOperation() operation: Operation,
    @Args('slug') slug: string,
    @Args('studentIds', { type: () => [ID] }) studentIds: string[],
  ) {
    return this.service.ofCohort(operation, slug, studentIds);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Int, { description: 'Sends all grades of a link again; answers how many.' })
  resendGrades(@CurrentOperation() operation: Operation, @Args('linkId', { type: () => ID }) linkId: string) {
    return this.service.resend(operation, linkId);
  }
}

import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { GradesService } from './grades.service.js';
import { CohortGradesType, GradesHeldInput } from './grades.types.js';

@Resolver()
export class GradesResolver {
  constructor(private readonly service: GradesService) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => CohortGradesType)
  cohortGrades(
    @CurrentOperation() operation: Operation,
    @Args('slug') slug: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.ofCohort(operation, slug, { first: first ?? 50, after });
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Boolean, { description: 'Of the certifications of one assignment in one cohort.' })
  setGradesHeld(@CurrentOperation() operation: Operation, @Args('input') input: GradesHeldInput) {
    return this.service.setHeld(operation, input);
  }
}

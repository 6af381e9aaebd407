import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { CohortSettingsService } from './cohort-settings.service.js';
import { CohortSettingsInput, CohortSettingsType } from './cohort-settings.types.js';

@Resolver()
export class CohortSettingsResolver {
  constructor(private readonly service: CohortSettingsService) {}

  @AllowRoles('ADMIN')
  @Query(() => [CohortSettingsType], { description: 'All cohorts, archived ones last.' })
  cohortSettings(@CurrentOperation() operation: Operation) {
    return this.service.all(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => CohortSettingsType, {
    description: 'Every published assignment of the roadmap is open to a new cohort.',
  })
  createCohort(
    @CurrentOperation() operation: Operation,
    @Args('input') input: CohortSettingsInput,
    @Args('slug', {
      type: () => String,
      nullable: true,
      description: 'Its part of addresses; made of the name where it is left out. It stays.',
    })
    slug: string | null,
  ) {
    return this.service.create(operation, input, slug);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => CohortSettingsType)
  changeCohort(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: CohortSettingsInput,
  ) {
    return this.service.change(operation, id, input);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => CohortSettingsType, {
    description:
      'Nobody hands in through an archived cohort; all that is in it stays, and it can be brought back.',
  })
  archiveCohort(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('isArchived') isArchived: boolean,
  ) {
    return this.service.archive(operation, id, isArchived);
  }
}

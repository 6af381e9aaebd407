import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { CohortGroupsService } from './cohort-groups.service.js';
import { CohortGroupType, GroupChangeInput, NewGroupInput } from './cohort-groups.types.js';
import { CohortPlanType } from './cohort-plan.types.js';

@Resolver(() => CohortPlanType)
export class CohortGroupsResolver {
  constructor(private readonly service: CohortGroupsService) {}

  @ResolveField(() => [CohortGroupType], { description: 'By name.' })
  groups(@CurrentOperation() operation: Operation, @Parent() { cohort }: { cohort: { id: string } }) {
    return this.service.ofCohort(operation, cohort.id);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => CohortGroupType)
  makeGroup(@CurrentOperation() operation: Operation, @Args('input') input: NewGroupInput) {
    return this.service.make(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => CohortGroupType, {
    description: 'Who joins has what was granted to it; who is taken out has its extensions no longer.',
  })
  changeGroup(@CurrentOperation() operation: Operation, @Args('input') input: GroupChangeInput) {
    return this.service.change(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => Boolean, { description: 'Extensions that were granted to it end; late days stay.' })
  removeGroup(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.remove(operation, id);
  }
}

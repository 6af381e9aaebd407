import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { MembershipsService } from './memberships.service.js';
import { MemberConnectionType } from './memberships.types.js';

@Resolver()
export class MembershipsResolver {
  constructor(private readonly members: MembershipsService) {}

  @AllowRoles('ADMIN', 'INSTRUCTOR')
  @Query(() => MemberConnectionType)
  memberships(
    @CurrentOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.members.page(operation, first ?? 50, after);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean)
  removeMembership(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.members.remove(operation, id);
  }
}

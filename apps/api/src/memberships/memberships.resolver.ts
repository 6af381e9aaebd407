import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Role } from '@holdout/domain';
import { RoleEnum } from '../graphql/enums.js';
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
    @Args('search', {
      type: () => String,
      nullable: true,
      description: 'A part of the name, or the whole e-mail address.',
    })
    search: string | null,
    @Args('role', { type: () => RoleEnum, nullable: true }) role: Role | null,
  ) {
    return this.members.page(operation, { first: first ?? 50, after: after ?? null }, { search, role });
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean, {
    description: 'Gives another role, beside the one that this membership is or in its place.',
  })
  changeRole(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
    @Args('isInstead') isInstead: boolean,
  ) {
    return this.members.changeRole(operation, id, { role, isInstead });
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean, {
    description: 'Puts somebody who is a student here already into a cohort. Being in it is fine.',
  })
  enrollStudent(
    @CurrentOperation() operation: Operation,
    @Args('email') email: string,
    @Args('cohortId', { type: () => ID }) cohortId: string,
  ) {
    return this.members.enrollStudent(operation, email, cohortId);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean)
  removeMembership(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.members.remove(operation, id);
  }
}

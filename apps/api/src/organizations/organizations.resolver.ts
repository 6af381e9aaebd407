import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowOperators } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { OrganizationsService } from './organizations.service.js';
import {
  AdministratorInvitationType,
  ChangeOrganizationInput,
  CreateOrganizationInput,
  WatchedOrganizationPageType,
} from './organizations.types.js';

@Resolver()
export class OrganizationsResolver {
  constructor(private readonly service: OrganizationsService) {}

  @AllowOperators()
  @Query(() => WatchedOrganizationPageType, { description: 'By name, archived ones too.' })
  organizations(
    @CurrentOperation() operation: Operation,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.page(operation, search ?? '', { first: first ?? 50, after: after ?? null });
  }

  @AllowOperators()
  @Mutation(() => AdministratorInvitationType, {
    description: 'Makes an organization and invites its first administrator.',
  })
  createOrganization(
    @CurrentOperation() operation: Operation,
    @Args('input') input: CreateOrganizationInput,
  ) {
    return this.service.create(operation, input);
  }

  @AllowOperators()
  @Mutation(() => Boolean)
  changeOrganization(
    @CurrentOperation() operation: Operation,
    @Args('input') input: ChangeOrganizationInput,
  ) {
    return this.service.change(operation, input);
  }

  @AllowOperators()
  @Mutation(() => AdministratorInvitationType, {
    description: 'For an organization that has nobody left who could invite.',
  })
  inviteAdministrator(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('email') email: string,
  ) {
    return this.service.inviteAdministrator(operation, id, email);
  }

  @AllowOperators()
  @Mutation(() => Boolean, {
    description:
      'Nobody enters an archived organization. All that it has stays, what it issued stays verifiable, and it can be brought back.',
  })
  archiveOrganization(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('isArchived') isArchived: boolean,
  ) {
    return this.service.archive(operation, id, isArchived);
  }
}

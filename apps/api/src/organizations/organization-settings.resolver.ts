import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { OrganizationSettingsService } from './organization-settings.service.js';
import { OrganizationSettingsInput, OrganizationSettingsType } from './organizations.types.js';

@Resolver()
export class OrganizationSettingsResolver {
  constructor(private readonly service: OrganizationSettingsService) {}

  @AllowRoles('ADMIN')
  @Query(() => OrganizationSettingsType)
  organizationSettings(@CurrentOperation() operation: Operation) {
    return this.service.shown(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => OrganizationSettingsType)
  setOrganizationSettings(
    @CurrentOperation() operation: Operation,
    @Args('input') input: OrganizationSettingsInput,
  ) {
    return this.service.set(operation, input);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => OrganizationSettingsType)
  removeLogo(@CurrentOperation() operation: Operation) {
    return this.service.removeLogo(operation);
  }
}

import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { OrganizationSettingsService } from './organization-settings.service.js';
import { OrganizationSettingsInput, OrganizationSettingsType } from './organizations.types.js';

@AllowRoles('ADMIN')
@Resolver()
export class OrganizationSettingsResolver {
  constructor(private readonly service: OrganizationSettingsService) {}

  @Query(() => OrganizationSettingsType)
  organizationSettings(@CurrentOperation() operation: Operation) {
    return this.service.shown(operation);
  }

  @Mutation(() => OrganizationSettingsType)
  setOrganizationSettings(
    @CurrentOperation() operation: Operation,
    @Args('input') input: OrganizationSettingsInput,
  ) {
    return this.service.set(operation, input);
  }

  @Mutation(() => OrganizationSettingsType)
  removeLogo(@CurrentOperation() operation: Operation) {
    return this.service.removeLogo(operation);
  }
}

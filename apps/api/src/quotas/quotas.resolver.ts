import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { QuotasService } from './quotas.service.js';
import { QuotaInput, QuotaStateType, QuotaType } from './quotas.types.js';

@Resolver()
export class QuotasResolver {
  constructor(private readonly service: QuotasService) {}

  @AllowRoles('ADMIN')
  @Query(() => [QuotaType], { description: 'Newest first; 200 at most.' })
  quotas(@CurrentOperation() operation: Operation) {
    return this.service.list(operation);
  }

  @AllowRoles('ADMIN')
  @Query(() => [QuotaStateType], { description: 'What is limited for the organization as a whole.' })
  organizationQuota(@CurrentOperation() operation: Operation) {
    return this.service.ofOrganization(operation);
  }

  @AllowRoles('STUDENT')
  @Query(() => [QuotaStateType], { description: 'What is limited for the viewer.' })
  ownQuota(@CurrentOperation() operation: Operation) {
    return this.service.own(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => QuotaType)
  setQuota(@CurrentOperation() operation: Operation, @Args('input') input: QuotaInput) {
    return this.service.add(operation, input);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean)
  removeQuota(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.remove(operation, id);
  }
}

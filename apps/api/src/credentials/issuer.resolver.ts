import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { IssuerType } from './credentials.types.js';
import { IssuerService } from './issuer.service.js';

@Resolver(() => IssuerType)
export class IssuerResolver {
  constructor(private readonly service: IssuerService) {}

  @AllowRoles('ADMIN')
  @Query(() => IssuerType)
  issuer(@CurrentOperation() operation: Operation) {
    return this.service.own(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => IssuerType)
  rotateIssuerKey(
    @CurrentOperation() operation: Operation,
    @Args('isCompromised', { type: () => Boolean }) isCompromised: boolean,
  ) {
    return this.service.rotate(operation, isCompromised);
  }
}

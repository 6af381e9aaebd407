import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Assurance } from '@holdout/domain';
import { AssuranceEnum } from '../graphql/enums.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { CredentialsService } from './credentials.service.js';
import { CredentialType } from './credentials.types.js';

@Resolver(() => CredentialType)
export class CredentialsResolver {
  constructor(private readonly service: CredentialsService) {}

  @AllowRoles('STUDENT')
  @Query(() => [CredentialType], { description: 'Your own, newest first; 200 at most.' })
  myCredentials(@CurrentOperation() operation: Operation) {
    return this.service.own(operation);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => CredentialType)
  shareCredential(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('isShared', { type: () => Boolean }) isShared: boolean,
  ) {
    return this.service.share(operation, id, isShared);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => CredentialType)
  revokeCredential(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ) {
    return this.service.revoke(operation, id, reason);
  }

  @AllowRoles('INSTRUCTOR', 'ADMIN')
  @Mutation(() => Boolean)
  assureSubmission(
    @CurrentOperation() operation: Operation,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('level', { type: () => AssuranceEnum }) level: Assurance,
    @Args('note', { type: () => String }) note: string,
  ) {
    return this.service.assure(operation, submissionId, level, note);
  }
}

import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { CredentialReproductionsService } from './credential-reproductions.service.js';
import { ResultReproductionType } from './reproductions.types.js';

@Resolver(() => ResultReproductionType)
export class CredentialReproductionsResolver {
  constructor(private readonly service: CredentialReproductionsService) {}

  @AllowRoles('STUDENT', 'INSTRUCTOR', 'ADMIN', 'HIRING_MANAGER')
  @Mutation(() => [ResultReproductionType], {
    description:
      'Has the result behind a credential run again, at the cost of the organization that issued it. Answers all that came of it so far, newest first.',
  })
  reproduceCredential(
    @CurrentOperation() operation: Operation,
    @Args('issuerSlug', { type: () => String }) issuerSlug: string,
    @Args('id', { type: () => ID, description: 'Of the credential.' }) id: string,
  ) {
    return this.service.request(operation, issuerSlug, id);
  }
}

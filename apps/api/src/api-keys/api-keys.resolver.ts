import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKeyType, CreatedApiKeyType } from './api-keys.types.js';

@Resolver(() => ApiKeyType)
export class ApiKeysResolver {
  constructor(private readonly service: ApiKeysService) {}

  @SignedIn()
  @Query(() => [ApiKeyType])
  apiKeys(@CurrentOperation() operation: Operation) {
    return this.service.list(operation);
  }

  @SignedIn()
  @Mutation(() => CreatedApiKeyType)
  createApiKey(@CurrentOperation() operation: Operation, @Args('name') name: string) {
    return this.service.create(operation, name);
  }

  @SignedIn()
  @Mutation(() => Boolean)
  revokeApiKey(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.revoke(operation, id);
  }
}

import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { PasskeysService } from './passkeys.service.js';
import { PasskeyType } from './passkeys.types.js';

@Resolver(() => PasskeyType)
export class PasskeysResolver {
  constructor(private readonly service: PasskeysService) {}

  @SignedIn()
  @Query(() => [PasskeyType])
  passkeys(@CurrentOperation() operation: Operation) {
    return this.service.list(operation);
  }

  @SignedIn()
  @Mutation(() => Boolean)
  removePasskey(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.remove(operation, id);
  }
}

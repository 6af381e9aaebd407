import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { SessionsService } from './sessions.service.js';
import { SessionType } from './sessions.types.js';

@Resolver(() => SessionType)
export class SessionsResolver {
  constructor(private readonly service: SessionsService) {}

  @SignedIn()
  @Query(() => [SessionType])
  sessions(@CurrentOperation() operation: Operation) {
    return this.service.list(operation);
  }

  @SignedIn()
  @Mutation(() => Boolean)
  revokeSession(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.revoke(operation, id);
  }
}

import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ShortlistEntryType } from './hiring.types.js';
import { ShortlistService } from './shortlist.service.js';

@Resolver(() => ShortlistEntryType)
export class ShortlistResolver {
  constructor(private readonly service: ShortlistService) {}

  @AllowRoles('HIRING_MANAGER')
  @Query(() => [ShortlistEntryType], { description: 'Your own, newest first. Whoever withdrew is gone.' })
  shortlist(@CurrentOperation() operation: Operation) {
    return this.service.own(operation);
  }

  @AllowRoles('HIRING_MANAGER')
  @Mutation(() => [ShortlistEntryType], { description: 'Adds a candidate, or changes the note.' })
  putOnShortlist(
    @CurrentOperation() operation: Operation,
    @Args('candidateId', { type: () => ID }) candidateId: string,
    @Args('note', { type: () => String }) note: string,
  ) {
    return this.service.put(operation, candidateId, note);
  }

  @AllowRoles('HIRING_MANAGER')
  @Mutation(() => [ShortlistEntryType])
  takeOffShortlist(
    @CurrentOperation() operation: Operation,
    @Args('candidateId', { type: () => ID }) candidateId: string,
  ) {
    return this.service.remove(operation, candidateId);
  }
}

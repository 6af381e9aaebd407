import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles, Public } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ImpersonationsService } from './impersonations.service.js';
import { ImpersonationType } from './impersonations.types.js';

@Resolver()
export class ImpersonationsResolver {
  constructor(private readonly service: ImpersonationsService) {}

  @AllowRoles('STUDENT')
  @Query(() => [ImpersonationType], { description: 'Of you, newest first; 50 at most.' })
  impersonations(@CurrentOperation() operation: Operation) {
    return this.service.ofViewer(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean, {
    description:
      'Shows you the pages as a student sees them, in this session, for half an hour; they are told.',
  })
  startImpersonation(
    @CurrentOperation() operation: Operation,
    @Args('membershipId', { type: () => ID }) membershipId: string,
    @Args('reason') reason: string,
  ) {
    return this.service.start(operation, membershipId, reason);
  }

  /** The only mutation allowed during an impersonation. For anyone else it does nothing. */
  @Public()
  @Mutation(() => Boolean)
  stopImpersonation(@CurrentOperation() operation: Operation) {
    return this.service.stop(operation);
  }
}

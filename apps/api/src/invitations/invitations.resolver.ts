import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles, Public, SignedIn } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { InvitationsService } from './invitations.service.js';
import { AcceptedInvitationType, InvitationType, InvitedToType, InviteInput } from './invitations.types.js';

@Resolver(() => InvitationType)
export class InvitationsResolver {
  constructor(private readonly service: InvitationsService) {}

  @AllowRoles('ADMIN')
  @Query(() => [InvitationType], { description: 'Newest first.' })
  invitations(
    @CurrentOperation() operation: Operation,
    @Args('email', {
      type: () => String,
      nullable: true,
      description: 'Those of this address only. Addresses are kept as hashes: nobody can list them.',
    })
    email: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
  ) {
    return this.service.list(operation, email, first ?? 50);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => InvitationType)
  invite(@CurrentOperation() operation: Operation, @Args('input') input: InviteInput) {
    return this.service.invite(operation, input);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => InvitationType)
  revokeInvitation(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.revoke(operation, id);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => InvitationType, {
    description: 'Mails it again, with another link: the one before opens nothing any more.',
  })
  sendInvitation(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.sendAgain(operation, id);
  }

  @Public()
  @Query(() => InvitedToType, {
    nullable: true,
    description: 'For whoever holds the link; null once it was used, revoked or has expired.',
  })
  invitedTo(@Args('token') token: string) {
    return this.service.invitedTo(token);
  }

  @SignedIn()
  @Mutation(() => AcceptedInvitationType)
  acceptInvitation(@CurrentOperation() operation: Operation, @Args('token') token: string) {
    return this.service.accept(operation, token);
  }
}

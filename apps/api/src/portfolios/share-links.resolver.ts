import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { CreateShareLinkInput, ShareLinkType } from './portfolios.types.js';
import { ShareLinksService } from './share-links.service.js';

@Resolver(() => ShareLinkType)
export class ShareLinksResolver {
  constructor(private readonly service: ShareLinksService) {}

  @AllowRoles('STUDENT')
  @Query(() => [ShareLinkType], { description: 'Of your portfolio, newest first; 100 at most.' })
  myShareLinks(@CurrentOperation() operation: Operation) {
    return this.service.own(operation);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => String, { description: 'Answers the address. It is told this once.' })
  createShareLink(
    @CurrentOperation() operation: Operation,
    @Args('input', { type: () => CreateShareLinkInput }) input: CreateShareLinkInput,
  ) {
    return this.service.create(operation, input);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => [ShareLinkType], { description: 'At once, and once and for all.' })
  revokeShareLink(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.revoke(operation, id);
  }
}

import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { PublishedPortfolioType } from './portfolio-view.types.js';
import { PublishedPortfoliosService } from './published-portfolios.service.js';

@Resolver(() => PublishedPortfolioType)
export class PublishedPortfoliosResolver {
  constructor(private readonly service: PublishedPortfoliosService) {}

  @Public()
  @Query(() => PublishedPortfolioType, { description: 'One that its student published at this address.' })
  publishedPortfolio(
    @CurrentOperation() operation: Operation,
    @Args('slug', { type: () => String }) slug: string,
  ) {
    return this.service.bySlug(operation, slug);
  }

  @Public()
  @Query(() => Boolean, { description: 'Whether a share link asks for a passcode.' })
  shareLinkAsksForPasscode(
    @CurrentOperation() operation: Operation,
    @Args('token', { type: () => String }) token: string,
  ) {
    return this.service.asksForPasscode(operation, token);
  }

  @Public()
  @Mutation(() => PublishedPortfolioType, {
    description: 'Opens a share link. Its student sees when that was.',
  })
  openShareLink(
    @CurrentOperation() operation: Operation,
    @Args('token', { type: () => String }) token: string,
    @Args('passcode', { type: () => String, nullable: true }) passcode: string | null,
  ) {
    return this.service.byToken(operation, token, passcode ?? null);
  }
}

import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { PublishedPortfolioType } from './portfolio-view.types.js';
import { PortfoliosService } from './portfolios.service.js';
import { PassType, PortfolioType, SavePortfolioInput } from './portfolios.types.js';

@Resolver(() => PortfolioType)
export class PortfoliosResolver {
  constructor(private readonly service: PortfoliosService) {}

  @AllowRoles('STUDENT')
  @Query(() => PortfolioType, { nullable: true, description: 'Your own; null before you began one.' })
  myPortfolio(@CurrentOperation() operation: Operation) {
    return this.service.own(operation);
  }

  @AllowRoles('STUDENT')
  @Query(() => [PassType], { description: 'What you can show, newest first; 200 at most.' })
  myPasses(@CurrentOperation() operation: Operation) {
    return this.service.passes(operation);
  }

  @AllowRoles('STUDENT')
  @Query(() => PublishedPortfolioType, { description: 'Your own as others would see it.' })
  portfolioPreview(@CurrentOperation() operation: Operation) {
    return this.service.preview(operation);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => PortfolioType, { description: 'Seen by nobody else yet.' })
  beginPortfolio(@CurrentOperation() operation: Operation) {
    return this.service.begin(operation);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => PortfolioType)
  savePortfolio(
    @CurrentOperation() operation: Operation,
    @Args('input', { type: () => SavePortfolioInput }) input: SavePortfolioInput,
  ) {
    return this.service.save(operation, input);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => PortfolioType)
  publishPortfolio(
    @CurrentOperation() operation: Operation,
    @Args('isPublic', { type: () => Boolean }) isPublic: boolean,
  ) {
    return this.service.publish(operation, isPublic);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => PortfolioType, {
    description:
      'Whether hiring managers of other organizations may find it. Withdrawn, it is gone from all that they have.',
  })
  consentToSearch(
    @CurrentOperation() operation: Operation,
    @Args('isGiven', { type: () => Boolean }) isGiven: boolean,
  ) {
    return this.service.consentToSearch(operation, isGiven);
  }
}

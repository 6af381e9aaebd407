import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { PortfolioResultsResolver } from './portfolio-results.resolver.js';
import { PortfolioViewsService } from './portfolio-views.service.js';
import { PortfoliosResolver } from './portfolios.resolver.js';
import { PortfoliosService } from './portfolios.service.js';
import { PublishedPortfoliosResolver } from './published-portfolios.resolver.js';
import { PublishedPortfoliosService } from './published-portfolios.service.js';
import { ShareLinksResolver } from './share-links.resolver.js';
import { ShareLinksService } from './share-links.service.js';

@Module({
  imports: [ReviewsModule],
  providers: [
    PortfolioResultsResolver,
    PortfolioViewsService,
    PortfoliosResolver,
    PortfoliosService,
    PublishedPortfoliosResolver,
    PublishedPortfoliosService,
    ShareLinksResolver,
    ShareLinksService,
  ],
  exports: [PortfolioViewsService],
})
export class PortfoliosModule {}

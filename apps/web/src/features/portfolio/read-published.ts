import { cache } from 'react';
import { PublishedPortfolioDocument, type ShownPortfolioFragment } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

/** A published portfolio, read once for a page and never kept: what is taken back is gone with the next request. */
export const readPublished = cache(
  async (slug: string): Promise<ShownPortfolioFragment> =>
    (await load(PublishedPortfolioDocument, { slug })).publishedPortfolio,
);

import type { OwnPortfolioFragment } from '@/generated/graphql';

/** A result in the editor, and what is shown with it. */
export type PortfolioItem = OwnPortfolioFragment['items'][number];

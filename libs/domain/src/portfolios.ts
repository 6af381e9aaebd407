/** What a portfolio and the ways into it may hold. The database and the pages keep to the same. */
export const PORTFOLIO_LIMITS = {
  results: 12,
  headline: 160,
  caseStudy: 20_000,
  location: 80,
  pseudonym: 40,
  /** Share links that are open at the same time. */
  links: 20,
  linkLabel: 80,
  linkDays: 365,
  passcode: { shortest: 6, longest: 64, tries: 10, windowMinutes: 15 },
} as const;

/** Addresses that are pages of their own. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set(['share']);

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a portfolio may lie at this address: 4 to 60 small letters, digits and single dashes between. */
export function isPortfolioSlug(slug: string): boolean {
  return slug.length >= 4 && slug.length <= 60 && SLUG.test(slug) && !RESERVED_SLUGS.has(slug);
}

/** With fewer others than this a percentile says little, and much about them. */
export const FEWEST_FOR_PERCENTILE = 10;

/** How many of the others have less than somebody, and how many the same. */
export interface PercentileCounts {
  others: number;
  less: number;
  equal: number;
}

/** How many of the others have less, in percent; those with the same count half. */
export function percentileOf({ others, less, equal }: PercentileCounts): number {
  return (100 * (less + equal / 2)) / others;
}

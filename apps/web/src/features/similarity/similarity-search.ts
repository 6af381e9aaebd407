/** What the address of a report's page says. */
export interface SimilaritySearch {
  cohort: string;
  report: string;
  /** The least similarity that connects, in percent. */
  least: number;
}

/** Least similarities that can be chosen, in percent. */
export const LEAST = [30, 50, 70, 90] as const;

export function leastOf(asked: unknown): number {
  return LEAST.find((least) => String(least) === asked) ?? 50;
}

export function similarityHref(slug: string, { cohort, report, least }: SimilaritySearch): string {
  const search = new URLSearchParams({ cohort, report, least: String(least) });
  return `/assignments/${slug}/similarity?${search.toString()}`;
}

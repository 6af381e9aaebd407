/** The part of a leaderboard that is shown, as its address states it. */
export interface BoardChoice {
  slug: string;
  isPrivate: boolean;
  cohort: string | null;
  after: string | null;
}

export function boardPath({ slug, isPrivate, cohort, after }: BoardChoice): string {
  const asked = new URLSearchParams();
  if (isPrivate) asked.set('board', 'private');
  if (cohort) asked.set('cohort', cohort);
  if (after) asked.set('after', after);
  const query = asked.toString();
  return `/assignments/${slug}/leaderboard${query && `?${query}`}`;
}

type Searched = Record<string, string | string[] | undefined>;

/** The choice that an address makes. */
export function boardChoice(slug: string, searched: Searched): BoardChoice {
  const one = (name: string) => {
    const value = searched[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { slug, isPrivate: one('board') === 'private', cohort: one('cohort'), after: one('after') };
}

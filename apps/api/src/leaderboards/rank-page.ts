import { rankWithBands, type ResampledPoints } from '@holdout/leaderboard';
import type { BoardCursor } from './board-cursor.js';

export interface Place {
  rank: number;
  band: number;
}

/** Of each entry, in their order. */
export interface Placed {
  places: Place[];
  /** The entry that leads the last band; null for an empty page. */
  leaderId: string | null;
}

/** What the page before ended with; its leader is null once it is gone. */
export interface Before<T> {
  cursor: BoardCursor;
  leader: T | null;
}

/**
 * Ranks and bands of a page. Bands go on from the one that the page before ended in: its leader is compared along with this page's
 * entries, so that a band may span pages. Entries whose resamples are not paired with the leader's stand in bands of their own.
 */
export function rankPage<T extends ResampledPoints & { id: string }>(
  entries: readonly T[],
  before: Before<T> | null,
): Placed {
  const leader = before?.leader ?? null;
  const compared = leader ? [leader, ...entries] : [...entries];
  const size = compared[0]?.resamples.length ?? 0;
  const paired = compared.filter(({ resamples }) => resamples.length === size && size > 1);
  const first = before ? before.cursor.band + (leader ? 0 : 1) : 1;
  const bandOf = new Map<string, number>();
  let last = first - 1;
  for (const { entry, band } of rankWithBands(paired)) {
    bandOf.set(entry.id, first - 1 + band);
    last = Math.max(last, first - 1 + band);
  }
  let rank = before?.cursor.rank ?? 0;
  let previous = before?.cursor.value ?? null;
  const places = entries.map((entry, index) => {
    if (entry.value !== previous) rank = (before?.cursor.count ?? 0) + index + 1;
    previous = entry.value;
    const band = bandOf.get(entry.id) ?? (last += 1);
    return { rank, band };
  });
  const lastBand = Math.max(first, ...places.map(({ band }) => band));
  const leads = [...(leader ? [leader] : []), ...entries].find(({ id }) => bandOf.get(id) === lastBand);
  return { places, leaderId: leads?.id ?? entries.at(-1)?.id ?? null };
}

import { rankWithBands, type ResampledPoints } from '@holdout/leaderboard';
import type { BoardCursor } from './board-cursor.js';

export interface Place {
  rank: number;
  band: number;
}

/** The places of the entries, in the same order. */
export interface Placed {
  places: Place[];
  /** The entry that leads the last band; null for an empty page. */
  leaderId: string | null;
}

/** How the previous page ended. `leader` is null if that entry no longer exists. */
export interface Before<T> {
  cursor: BoardCursor;
  leader: T | null;
}

/**
 * Computes ranks and bands of a page. Bands continue from the last band of the previous page: its leader is compared
 * together with this page's entries, so a band may span pages. An entry whose resamples cannot be paired with the
 * leader's gets a band of its own.
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

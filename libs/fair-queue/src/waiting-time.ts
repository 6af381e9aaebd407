import type { Place } from './place.js';

/** What the workers do that may take a run. */
export interface Fleet {
  /** Runs that they can work on at once. */
  slots: number;
  /** Expected remaining seconds of each run they work on. */
  remaining: readonly number[];
}

/**
 * Estimated seconds until a run is taken: the work ahead over the slots, and no sooner than the student's own limit lets
 * it. Null when no worker is up that could take it.
 */
export function waitingSeconds(place: Place, { slots, remaining }: Fleet): number | null {
  if (slots <= 0) return null;
  const rounds = Math.floor(place.ownAhead / place.parallel);
  const own = rounds * place.expectedSeconds;
  if (place.position - 1 + remaining.length < slots) return own;
  const busy = remaining.reduce((total, seconds) => total + Math.max(0, seconds), 0);
  return Math.max(own, (place.aheadSeconds + busy) / slots);
}

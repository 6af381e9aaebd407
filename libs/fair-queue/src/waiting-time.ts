import type { Place } from './place.js';

/**
 * As much as was handed in within this many seconds is expected to come once more, because before a deadline many submit,
 * and some of them go first.
 */
export const RUSH_SECONDS = 600;

/** What the workers do that may take a run, and what comes to them. */
export interface Fleet {
  /** Runs that they can work on at once. */
  slots: number;
  /** Expected remaining seconds of each run they work on. */
  remaining: readonly number[];
  /** Expected seconds of the other runs that wait and were handed in within `RUSH_SECONDS`. */
  arrivedSeconds: number;
}

/**
 * Estimated seconds until a run is taken: the work ahead over the slots, up to twice that while others come, and no sooner
 * than the student's own limit lets it. Null when no worker is up that could take it.
 */
export function waitingSeconds(place: Place, { slots, remaining, arrivedSeconds }: Fleet): number | null {
  if (slots <= 0) return null;
  const rounds = Math.floor(place.ownAhead / place.parallel);
  const own = rounds * place.expectedSeconds;
  if (place.position - 1 + remaining.length < slots) return own;
  const busy = remaining.reduce((total, seconds) => total + Math.max(0, seconds), 0);
  const ahead = place.aheadSeconds + busy;
  return Math.max(own, (ahead + Math.min(ahead, arrivedSeconds)) / slots);
}

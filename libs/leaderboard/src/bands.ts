import { pairedPValue, type ResampledPoints } from './paired.js';

export interface Ranked<T> {
  entry: T;
  /** 1 for the highest points; equal points share a rank. */
  rank: number;
  /** Tie band, from 1. Its leader is the first entry of the band. */
  band: number;
}

/**
 * Which of several hypotheses Holm's step-down procedure rejects, at a family-wise level.
 * @param pValues in any order; the answer has the same order.
 */
export function holmRejects(pValues: readonly number[], level: number): boolean[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const rejected = pValues.map(() => false);
  for (const [step, { p, index }] of order.entries()) {
    if (p > level / (pValues.length - step)) break;
    rejected[index] = true;
  }
  return rejected;
}

/**
 * Ranks entries by points and puts them into tie bands: the best entry without a band leads a new one, and everyone who
 * cannot be told from it joins. A wide interval may keep an entry in a band above one with more points.
 * @throws RangeError when resamples are not paired.
 */
export function rankWithBands<T extends ResampledPoints>(entries: readonly T[], level = 0.05): Ranked<T>[] {
  const sorted = [...entries].sort((a, b) => b.value - a.value);
  const bands = new Map<T, number>();
  let waiting = sorted;
  for (let band = 1; waiting.length > 0; band += 1) {
    const [leader, ...others] = waiting;
    if (!leader) break;
    const isApart = holmRejects(
      others.map((other) => pairedPValue(leader, other)),
      level,
    );
    bands.set(leader, band);
    for (const [index, other] of others.entries()) if (!isApart[index]) bands.set(other, band);
    waiting = others.filter((_, index) => isApart[index]);
  }
  let rank = 1;
  return sorted.map((entry, index) => {
    if (index > 0 && entry.value !== sorted[index - 1]?.value) rank = index + 1;
    return { entry, rank, band: bands.get(entry) ?? 1 };
  });
}

/** Points with their bootstrap resamples. Higher is better. */
export interface ResampledPoints {
  value: number;
  /** Points on each resample of the rows; paired by position between submissions. */
  resamples: readonly number[];
}

/**
 * Standard error of the difference of two scores: the standard deviation of the paired resampled differences.
 * @throws RangeError when the vectors are not paired (different lengths) or hold fewer than two resamples.
 */
export function pairedStandardError(a: ResampledPoints, b: ResampledPoints): number {
  const differences = differencesOf(a, b);
  const n = differences.length;
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (n - 1);
  return Math.sqrt(variance);
}

/** @throws RangeError when the vectors are not paired. */
function differencesOf(a: ResampledPoints, b: ResampledPoints): number[] {
  const n = a.resamples.length;
  if (n !== b.resamples.length || n < 2) {
    throw new RangeError(
      `Paired resamples must have one length of at least 2, got ${n} and ${b.resamples.length}.`,
    );
  }
  return a.resamples.map((value, index) => value - (b.resamples[index] ?? 0));
}

export interface PairedDifference {
  /** `later` minus `earlier`. */
  difference: number;
  /** 95 % percentile interval of the paired resampled differences. */
  low: number;
  high: number;
  /** Whether the interval leaves zero out, and on which side. */
  verdict: 'BETTER' | 'WORSE' | 'NO_DIFFERENCE';
}

/**
 * How far two scores are apart, and whether that is more than noise.
 * @throws RangeError when the resamples are not paired.
 */
export function pairedDifference(earlier: ResampledPoints, later: ResampledPoints): PairedDifference {
  const sorted = differencesOf(later, earlier).sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
  const verdict = low > 0 ? 'BETTER' : high < 0 ? 'WORSE' : 'NO_DIFFERENCE';
  return { difference: later.value - earlier.value, low, high, verdict };
}

/** Linear between neighbours, as numpy's default. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

/** Upper tail of the standard normal, absolute error below 1e-7. Abramowitz and Stegun (1964), 26.2.17. */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

/**
 * Two-sided p-value that two scores are equal. The bootstrap gives the standard error and the normal the tail: counting
 * resamples could not go below 2/B, too coarse once many comparisons are adjusted for.
 * @throws RangeError when the resamples are not paired.
 */
export function pairedPValue(a: ResampledPoints, b: ResampledPoints): number {
  const difference = Math.abs(a.value - b.value);
  if (difference === 0) return 1;
  const error = pairedStandardError(a, b);
  // Resamples that differ by a constant hold no noise at all; rounding leaves a trace of it.
  if (error < 1e-12) return 0;
  return Math.min(1, 2 * normalUpperTail(difference / error));
}

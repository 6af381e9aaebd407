import { pairedStandardError, type ResampledPoints } from './paired.js';

export interface Release {
  isReleased: boolean;
  /** The score that stands after this one was considered. */
  shownValue: number;
}

/**
 * Decides whether a practice score is shown. `shown` is the last shown score of the same student on the same version and
 * split; null for the first, which is always shown.
 * @throws RangeError when the resamples are not paired.
 */
export function releaseScore(shown: ResampledPoints | null, candidate: ResampledPoints): Release {
  if (!shown) return { isReleased: true, shownValue: candidate.value };
  const gain = candidate.value - shown.value;
  if (gain <= 0) return { isReleased: false, shownValue: shown.value };
  const isReleased = gain > pairedStandardError(candidate, shown);
  return { isReleased, shownValue: isReleased ? candidate.value : shown.value };
}

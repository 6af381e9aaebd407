import type { ComparedVerdict } from '@holdout/domain';
import { pairedDifference } from '@holdout/leaderboard';

export interface ComparableResult {
  candidateId: string;
  /** Results of the same version were scored on the same rows, so that they can be compared row by row. */
  assignmentVersionId: string;
  value: number;
  low: number;
  high: number;
  resamples: readonly number[];
}

export interface ComparedResult {
  candidateId: string;
  points: number;
  low: number;
  high: number;
  verdict: ComparedVerdict;
  isPaired: boolean;
}

/** Compares each result of a project with the one that has the most points. */
export function compareResults(results: readonly ComparableResult[]): ComparedResult[] {
  const sorted = results.toSorted((a, b) => b.value - a.value);
  const [best] = sorted;
  if (!best) return [];
  return sorted.map((result) => {
    const { candidateId, value: points, low, high } = result;
    const isPaired = arePaired(best, result);
    const verdict: ComparedVerdict =
      result === best ? 'BEST' : isApart(best, result, isPaired) ? 'LOWER' : 'NO_DIFFERENCE';
    return { candidateId, points, low, high, verdict, isPaired };
  });
}

function arePaired(a: ComparableResult, b: ComparableResult): boolean {
  return (
    a.assignmentVersionId === b.assignmentVersionId &&
    a.resamples.length === b.resamples.length &&
    a.resamples.length >= 2
  );
}

/** Compares row by row if both were scored on the same rows. Otherwise the intervals must not overlap. */
function isApart(best: ComparableResult, other: ComparableResult, isPaired: boolean): boolean {
  return isPaired ? pairedDifference(best, other).verdict === 'WORSE' : other.high < best.low;
}

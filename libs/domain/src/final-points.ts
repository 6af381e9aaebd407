import { PASS_MARK } from './points.js';

/** Points with their interval, 0 to 100. */
export interface IntervalPoints {
  value: number;
  low: number;
  high: number;
}

/** What the scorer gave: points under the gates, and the weight of the criteria that counted. */
export interface AutomaticPart extends IntervalPoints {
  weight: number;
  /** Lowest cap of the gates that limited the points; null when none did. */
  cap: number | null;
  hasFailedGate: boolean;
}

/** A criterion that a person judges. `points` is null until somebody has. */
export interface ManualPart {
  key: string;
  weight: number;
  isRequired: boolean;
  points: number | null;
}

export interface FinalPoints extends IntervalPoints {
  isPassed: boolean;
  /** A required criterion is not graded yet: the pass is not final and earns no credential. */
  isProvisional: boolean;
  /** How an automatic total becomes a final one; for resamples of the points as well. */
  finish: (automatic: number) => number;
}

export interface FinalPointsInput {
  automatic: AutomaticPart;
  manual: readonly ManualPart[];
  /** Share of the points that late work keeps, 0 to 1. */
  lateFactor: number;
  passMark?: number;
}

/**
 * Automatic criteria and those that people judged, as one total: the weighted mean, limited by the gates' cap, times what
 * lateness leaves. A person's points are certain, so they narrow the interval instead of widening it.
 */
export function finalPoints({
  automatic,
  manual,
  lateFactor,
  passMark = PASS_MARK,
}: FinalPointsInput): FinalPoints {
  const graded = manual.filter((part) => part.points !== null && part.weight > 0);
  const manualWeight = graded.reduce((sum, { weight }) => sum + weight, 0);
  const manualSum = graded.reduce((sum, { points, weight }) => sum + (points ?? 0) * weight, 0);
  const total = automatic.weight + manualWeight;
  const finish = (points: number): number => {
    const mean = total === 0 ? 0 : (points * automatic.weight + manualSum) / total;
    return Math.min(mean, automatic.cap ?? 100) * lateFactor;
  };
  const value = finish(automatic.value);
  return {
    value,
    low: finish(automatic.low),
    high: finish(automatic.high),
    isPassed: value >= passMark && !automatic.hasFailedGate,
    isProvisional: manual.some(({ isRequired, points }) => isRequired && points === null),
    finish,
  };
}

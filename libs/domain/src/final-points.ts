import { PASS_MARK } from './points.js';

/** Points with their interval, 0 to 100. */
export interface IntervalPoints {
  value: number;
  low: number;
  high: number;
}

/** The scorer's part: points after the gates, and the weight of the criteria that counted. */
export interface AutomaticPart extends IntervalPoints {
  weight: number;
  /** The lowest cap of the gates that limited the points; null if none did. */
  cap: number | null;
  hasFailedGate: boolean;
}

/** A criterion that a person judges. `points` is null until somebody has judged it. */
export interface ManualPart {
  key: string;
  weight: number;
  isRequired: boolean;
  points: number | null;
}

export interface FinalPoints extends IntervalPoints {
  isPassed: boolean;
  /** Whether a required criterion is not graded yet. Then a pass is not final, and earns no credential. */
  isProvisional: boolean;
  /** Turns an automatic total into a final one; also used for resamples of the points. */
  finish: (automatic: number) => number;
}

export interface FinalPointsInput {
  automatic: AutomaticPart;
  manual: readonly ManualPart[];
  /** The share of the points that late work keeps, 0 to 1. */
  lateFactor: number;
  passMark?: number;
}

/**
 * Combines automatic and manual criteria into one total: their weighted mean, limited by the gates' cap, multiplied by what
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

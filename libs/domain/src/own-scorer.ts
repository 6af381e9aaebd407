import { z } from 'zod';
import { CRITERION_LIMITS } from './criterion-limits.js';
import { METRIC_DIRECTIONS } from './statuses.js';

const KIB = 1024;

/** Limits of an assignment's own scorer, in addition to `limits.score`. */
export const OWN_SCORER_LIMITS = {
  bytes: 64 * KIB,
  metrics: 20,
  outputBytes: 2 * KIB * KIB,
} as const;

/** The path of a draft's scorer in its folder, and the criterion whose points are the mean of its metrics. */
export const OWN_SCORER_FILE = 'scorer.py';
export const OWN_CRITERION = 'own-scorer';
export const OWN_CRITERION_WEIGHT = 20;

/** Templates whose answers are rows, so that an assignment may bring a scorer of its own. */
export const OWN_SCORED_TEMPLATES = [
  'binary-classification',
  'multiclass-classification',
  'regression',
  'image-classification',
] as const;

export function mayHaveOwnScorer(template: string | null): boolean {
  return OWN_SCORED_TEMPLATES.some((known) => known === template);
}

/** A metric that an assignment's own scorer measures, as its author declares it. */
export const ownMetric = z.object({
  name: z.string().max(CRITERION_LIMITS.keyLength),
  label: z.string().max(200),
  direction: z.enum(METRIC_DIRECTIONS),
  /** The best possible value. */
  bound: z.number(),
  unit: z.string().max(40),
});
export type OwnMetric = z.infer<typeof ownMetric>;

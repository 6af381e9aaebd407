import type { MetricDirection, Outcome, RunKind, SplitName } from '@holdout/domain';
import type { Run } from '../api/run.js';

/** The one object that `--json` prints. Its keys are a promise to scripts: add none, drop none. */
export interface JsonResult {
  readonly submissionId: string | null;
  readonly runId: string | null;
  /** null: not finished, or never queued. */
  readonly outcome: Outcome | null;
  /** Why, for programs: a reason of the outcome, or a code of the error. */
  readonly reason: string | null;
  /** Why, for people. */
  readonly message: string | null;
  readonly kind: RunKind | null;
  readonly passed: boolean;
  /** 0 to 100, with a 95 % interval. */
  readonly points: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly metrics: readonly JsonMetric[];
}

interface JsonMetric {
  readonly name: string;
  readonly split: SplitName;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly direction: MetricDirection;
}

const NOTHING: JsonResult = {
  submissionId: null,
  runId: null,
  outcome: null,
  reason: null,
  message: null,
  kind: null,
  passed: false,
  points: null,
  metrics: [],
};

/** A result with the given keys, and nothing in the others. */
export function jsonResult(known: Partial<JsonResult>): JsonResult {
  return { ...NOTHING, ...known };
}

export function jsonOfRun(run: Run): JsonResult {
  return jsonResult({
    submissionId: run.submission.id,
    runId: run.id,
    outcome: run.outcome,
    reason: run.reason,
    message: run.message,
    kind: run.kind,
    passed: run.score?.isPassed ?? false,
    points: run.score && { value: run.score.value, low: run.score.low, high: run.score.high },
    metrics: run.metrics.map(jsonMetric),
  });
}

export function jsonMetric({ name, split, value, low, high, n, direction }: JsonMetric): JsonMetric {
  return { name, split, value, low, high, n, direction };
}

import {
  createWithRun,
  finishRun,
  type Database,
  type NewSubmission,
  type RunEnd,
  type ScoredEnd,
} from '@holdout/db';
import { scoredResult, splitOf, type RunKind, type ScoredResult } from '@holdout/domain';

type Split = ScoredResult['split'];

/** What a scorer would say: one metric, one automatic criterion worth all points. */
export function resultOf(points: number, split: Split, more: Partial<ScoredResult> = {}): ScoredResult {
  return scoredResult.parse({
    schema: 'holdout.result/1',
    status: 'SCORED',
    rejection: null,
    split,
    metrics: [
      {
        name: 'auc',
        label: 'AUC',
        split,
        value: 0.8,
        low: 0.78,
        high: 0.82,
        n: 900,
        direction: 'HIGHER',
        unit: '',
        graded: true,
        method: 'percentile bootstrap',
        resamples: 4,
        level: 0.95,
      },
    ],
    criteria: [
      { key: 'ranking', points, low: points, high: points, weight: 35, countedWeight: 35, note: null },
    ],
    points: { value: points, low: points - 2, high: Math.min(100, points + 2) },
    gates: [],
    findings: [],
    slices: [],
    plots: [],
    passMark: 70,
    passed: points >= 70,
    ...more,
  });
}

export interface Scored {
  points: number;
  /** Added to the paired resamples, in turns down and up. @default 0 */
  noise?: number;
  result?: Partial<ScoredResult>;
  /** What the run's receipt states. @default nothing */
  receiptOf?: (run: { id: string; seed: number }) => ScoredEnd['receipt'];
}

const nothingStated = (): ScoredEnd['receipt'] => ({ statement: '{}', digest: 'e'.repeat(64) });

interface Databases {
  api: Database;
  worker: Database;
}

/**
 * Submits as the API does, claims and scores as the worker does; no container runs.
 * @throws when another run is next in the queue
 */
export function scoreRun(
  databases: Databases,
  wanted: NewSubmission,
  scored: Scored,
): Promise<{ runId: string; submissionId: string }> {
  return endRun(databases, wanted, (run) => scoredEnd(run, wanted.kind, scored));
}

/** How a run ends that was scored. */
export function scoredEnd(
  run: { id: string; seed: number },
  kind: RunKind,
  { points, noise = 0, result, receiptOf = nothingStated }: Scored,
): ScoredEnd {
  return {
    outcome: 'SCORED',
    result: resultOf(points, splitOf(kind), result),
    resamples: [-1, 0, 1, 0].map((shift, i) => points + shift + (i % 2 ? noise : -noise)),
    anchorsSource: 'SHIPPED',
    receipt: receiptOf(run),
  };
}

/**
 * The same with any end.
 * @throws when another run is next in the queue
 */
export async function endRun(
  databases: Databases,
  wanted: NewSubmission,
  endOf: (run: { id: string; seed: number }) => RunEnd,
): Promise<{ runId: string; submissionId: string }> {
  const context = { organizationId: wanted.organizationId, userId: null };
  const { run, submission } = await databases.api.inTenant(context, (tx) => createWithRun(tx, wanted));
  const claimed = await databases.worker.system.claimNextRun('w', 30, ['cpu', 'image:light']);
  if (claimed?.runId !== run.id) throw new Error('another run was next');
  await databases.worker.inTenant(context, (tx) =>
    finishRun(tx, {
      runId: run.id,
      claimToken: claimed.claimToken,
      end: endOf(run),
      cpuSeconds: 2,
      provenance: { scorer: 'x' },
      finishedAt: new Date(),
    }),
  );
  return { runId: run.id, submissionId: submission.id };
}

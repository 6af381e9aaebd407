import { randomUUID } from 'node:crypto';
import { createWithRun, finishRun, type Database } from '@holdout/db';
import { scoredResult } from '@holdout/domain';
import { makeReceipt } from '@holdout/receipts';

const digest = 'a'.repeat(64);

export interface CertifiedRun {
  organizationId: string;
  studentId: string;
  assignmentSlug: string;
  points: number;
  kind?: 'PRACTICE' | 'CERTIFICATION';
}

/**
 * Submits, claims and scores in one go, as the worker's own role does, without executing anything: for what comes after a
 * score. `submits` may write what the API writes, `works` what workers write.
 */
export async function certifiedRun(
  { submits, works }: { submits: Database; works: Database },
  wanted: CertifiedRun,
): Promise<{ runId: string; submissionId: string }> {
  const { organizationId, studentId, assignmentSlug, points, kind = 'CERTIFICATION' } = wanted;
  const context = { organizationId, userId: null };
  const now = new Date();
  const { run, submission } = await submits.inTenant(context, (tx) =>
    createWithRun(tx, {
      ...{ organizationId, studentId, assignmentSlug, kind, now },
      archive: { digest: 'b'.repeat(64), bytes: 10, fileName: 'project.zip' },
      declaration: null,
    }),
  );
  const claimed = await works.system.claimNextRun('test', 30, ['cpu', 'image:light']);
  if (claimed?.runId !== run.id) throw new Error('Another run was next.');
  const split = kind === 'PRACTICE' ? 'PUBLIC_TEST' : 'PRIVATE_TEST';
  const metric = {
    name: 'auc',
    split,
    direction: 'HIGHER',
    value: 0.8312345,
    low: 0.80012,
    high: 0.86,
  } as const;
  const receipt = makeReceipt({
    run: { id: run.id, kind, attempt: 1 },
    submission: { sha256: 'b'.repeat(64), gitCommit: null },
    assignment: { id: randomUUID(), slug: assignmentSlug, version: 1, definitionSha256: digest },
    images: { light: `sha256:${digest}` },
    scorer: { template: 'binary-classification', sha256: digest },
    splits: [{ name: split, rows: 1400, commitment: 'c0ffee' }],
    seed: run.seed,
    artifacts: { 'model.tar': digest },
    hardware: { cpus: 2 },
    limits: { train: { wallSeconds: 60 } },
    anchors: { source: 'SHIPPED', sha256: digest },
    metrics: [
      {
        ...{ name: metric.name, split, direction: metric.direction, value: metric.value },
        ci: { level: 0.95, low: metric.low, high: metric.high, method: 'percentile bootstrap', resamples: 4 },
      },
    ],
    points: { value: points, low: points - 5, high: Math.min(100, points + 5) },
    passed: points >= 70,
    started: now.toISOString(),
    finished: now.toISOString(),
  });
  const result = scoredResult.parse({
    schema: 'holdout.result/1',
    status: 'SCORED',
    rejection: null,
    split,
    metrics: [
      {
        ...metric,
        ...{
          label: 'AUC',
          n: 1400,
          unit: '',
          graded: true,
          method: 'percentile bootstrap',
          resamples: 4,
          level: 0.95,
        },
      },
    ],
    criteria: [
      { key: 'rank', points, low: points, high: points, weight: 100, countedWeight: 100, note: null },
    ],
    points: { value: points, low: points - 5, high: Math.min(100, points + 5) },
    gates: [],
    findings: [],
    slices: [],
    plots: [],
    passMark: 70,
    passed: points >= 70,
  });
  await works.inTenant(context, (tx) =>
    finishRun(tx, {
      runId: run.id,
      claimToken: claimed.claimToken,
      end: {
        outcome: 'SCORED',
        result,
        resamples: [points - 1, points, points + 1],
        anchorsSource: 'SHIPPED',
        receipt,
      },
      cpuSeconds: 1,
      provenance: {},
      finishedAt: now,
    }),
  );
  return { runId: run.id, submissionId: submission.id };
}

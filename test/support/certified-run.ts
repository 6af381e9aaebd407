import { randomUUID } from 'node:crypto';
import type { Database, NewSubmission } from '@holdout/db';
import { splitOf, type RunKind } from '@holdout/domain';
import { makeReceipt } from '@holdout/receipts';
import { scoreRun, type Scored } from './scored-runs.js';

const digest = 'a'.repeat(64);
const ARCHIVE = { digest: 'b'.repeat(64), bytes: 10, fileName: 'project.zip' };

export interface CertifiedRun {
  organizationId: string;
  studentId: string;
  assignmentSlug: string;
  points: number;
  kind?: 'PRACTICE' | 'CERTIFICATION';
  /** @default one that is stored nowhere */
  archive?: NewSubmission['archive'];
}

/** A scored run whose receipt states everything that a credential refers to. No container runs. */
export function certifiedRun(
  databases: { api: Database; worker: Database },
  wanted: CertifiedRun,
): Promise<{ runId: string; submissionId: string }> {
  const {
    organizationId,
    studentId,
    assignmentSlug,
    points,
    kind = 'CERTIFICATION',
    archive = ARCHIVE,
  } = wanted;
  return scoreRun(
    databases,
    { organizationId, studentId, assignmentSlug, kind, archive, declaration: null, now: new Date() },
    certification({ assignmentSlug, points, kind, archive }),
  );
}

/** What a scorer gives, and what the receipt of it states. */
export function certification({
  assignmentSlug,
  points,
  kind,
  archive = ARCHIVE,
}: Pick<CertifiedRun, 'assignmentSlug' | 'points' | 'archive'> & { kind: RunKind }): Scored {
  const now = new Date();
  const split = splitOf(kind);
  const interval = { value: points, low: points - 5, high: Math.min(100, points + 5) };
  const auc = { value: 0.8312345, low: 0.80012, high: 0.86 };
  const metric = { name: 'auc', split, direction: 'HIGHER' as const, value: auc.value };
  const interval95 = { level: 0.95, method: 'percentile bootstrap', resamples: 4 };
  return {
    points,
    result: {
      metrics: [{ ...metric, ...auc, ...interval95, label: 'AUC', n: 1400, unit: '', graded: true }],
      criteria: [
        { key: 'rank', points, low: points, high: points, weight: 100, countedWeight: 100, note: null },
      ],
      points: interval,
    },
    receiptOf: ({ id, seed }) =>
      makeReceipt({
        run: { id, kind, attempt: 1 },
        submission: { sha256: archive.digest, gitCommit: null },
        assignment: { id: randomUUID(), slug: assignmentSlug, version: 1, definitionSha256: digest },
        images: { light: `sha256:${digest}` },
        scorer: { template: 'binary-classification', sha256: digest },
        splits: [{ name: split, rows: 1400, commitment: 'c0ffee' }],
        seed,
        artifacts: { 'model.tar': digest },
        hardware: { cpus: 2 },
        limits: { train: { wallSeconds: 60 } },
        anchors: { source: 'SHIPPED', sha256: digest },
        metrics: [{ ...metric, ci: { ...interval95, low: auc.low, high: auc.high } }],
        points: interval,
        passed: points >= 70,
        started: now.toISOString(),
        finished: now.toISOString(),
      }),
  };
}

import {
  ClaimLostError,
  splitOf,
  type PhaseName,
  type ReproductionComparison,
  type ReproductionVerdict,
  type RunKind,
  type ScoredResult,
  type StudentErrorReason,
} from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toJson, toNullableJson } from './json.js';
import { releaseOnLadder } from './ladder.store.js';
import { chargeLateness } from './lateness.store.js';
import { carryJudgement } from './rerun-commits.store.js';
import { rescoreRun } from './rescoring.store.js';
import { holdRubric } from './rubrics.store.js';

export interface ScoredEnd {
  outcome: 'SCORED';
  result: ScoredResult;
  /** Bootstrap resamples of the points. */
  resamples: readonly number[];
  anchorsSource: 'MEASURED' | 'SHIPPED';
  receipt: { statement: string; digest: string };
}

export interface StudentErrorEnd {
  outcome: 'STUDENT_ERROR';
  reason: StudentErrorReason;
  message: string;
  errorDetail: { phase: PhaseName; file?: string | null; line?: number | null; rule?: string | null } | null;
}

export type RunEnd =
  | ScoredEnd
  | StudentErrorEnd
  | { outcome: 'CANCELLED'; message: string }
  | { outcome: 'INFRASTRUCTURE_ERROR'; message: string };

export interface Finish {
  runId: string;
  claimToken: string;
  end: RunEnd;
  /** CPU time of all the run's containers. */
  cpuSeconds: number;
  /**
   * Its programs' time multiplied by the GPUs they had.
   * @default 0
   */
  gpuSeconds?: number;
  hardware?: object | null;
  /** Digests of everything that produced the number. */
  provenance?: object | null;
  /** The student's own measurements, by metric. */
  validation?: Readonly<Record<string, number>> | null;
  /** For a reproduction: how it compares with the original. */
  reproduction?: { verdict: ReproductionVerdict; comparison: ReproductionComparison } | null;
  finishedAt: Date;
}

interface LockedRun {
  status: string;
  claim_token: string | null;
  kind: RunKind;
  organization_id: string;
  student_id: string;
  team_id: string | null;
  assignment_version_id: string;
}

/**
 * Ends a run in one transaction: phases, metrics, score, receipt and outcome. Calling it again with the same claim after it
 * succeeded changes nothing and returns ALREADY_FINISHED.
 * @throws ClaimLostError when another worker holds the run, or finished it.
 */
export async function finishRun(tx: Tx, finish: Finish): Promise<'FINISHED' | 'ALREADY_FINISHED'> {
  const { runId, claimToken, end, finishedAt } = finish;
  const [run] = await tx.$queryRaw<LockedRun[]>`
    SELECT status::text, claim_token::text, kind::text AS kind, organization_id::text, student_id::text,
      team_id::text, assignment_version_id::text
    FROM runs WHERE id = ${runId}::uuid FOR UPDATE`;
  if (!run || run.claim_token !== claimToken) throw new ClaimLostError(runId);
  if (run.status === 'FINISHED') return 'ALREADY_FINISHED';
  if (run.status !== 'RUNNING') throw new ClaimLostError(runId);
  await tx.runPhase.updateMany({
    where: { runId, status: 'RUNNING' },
    data: { status: end.outcome === 'CANCELLED' ? 'CANCELLED' : 'FAILED', endedAt: finishedAt },
  });
  if (end.outcome === 'SCORED') {
    await storeResult(tx, runId, run, end);
    // A reproduction is only compared and earns no points.
    const isRevised = run.kind !== 'REPRODUCTION' && (await storeScore(tx, runId, run, end));
    if (run.kind === 'CERTIFICATION') {
      // The scorer used the rubric that was published with the version. If a later one is in force, its weights apply.
      if (isRevised) await rescoreRun(tx, { runId, cause: 'REVISED' });
      await applyLateness(tx, runId, run);
    }
    if (run.kind === 'REGRADE') await carryJudgement(tx, runId);
  }
  if (finish.reproduction) {
    const { verdict, comparison } = finish.reproduction;
    // Stored before the run ends, because a run that ends without a verdict becomes inconclusive.
    await tx.reproduction.updateMany({
      where: { runId },
      data: { verdict, comparison: toJson(comparison), finishedAt },
    });
  }
  await tx.run.update({
    where: { id: runId },
    data: {
      status: 'FINISHED',
      outcome: end.outcome,
      reason: end.outcome === 'STUDENT_ERROR' ? end.reason : null,
      message: end.outcome === 'SCORED' ? null : end.message,
      errorDetail: toNullableJson(end.outcome === 'STUDENT_ERROR' ? end.errorDetail : null),
      cpuSeconds: finish.cpuSeconds,
      gpuSeconds: finish.gpuSeconds ?? 0,
      ...(finish.hardware ? { hardware: toJson(finish.hardware) } : {}),
      ...(finish.provenance ? { provenance: toJson(finish.provenance) } : {}),
      ...(finish.validation ? { validation: toJson(finish.validation) } : {}),
      leaseExpiresAt: null,
      finishedAt,
    },
  });
  return 'FINISHED';
}

/** Subtracts what lateness costs, as a further score. The scorer's own score stays on record before it. */
async function applyLateness(tx: Tx, runId: string, run: LockedRun): Promise<void> {
  const { submission } = await tx.run.findUniqueOrThrow({
    where: { id: runId },
    select: {
      submission: {
        select: {
          createdAt: true,
          assignment: { select: { id: true, stage: { select: { trackId: true } } } },
        },
      },
    },
  });
  const lateness = await chargeLateness(tx, {
    organizationId: run.organization_id,
    assignment: submission.assignment,
    studentId: run.student_id,
    submittedAt: submission.createdAt,
  });
  if (lateness) await rescoreRun(tx, { runId, cause: 'LATE', lateness });
}

/** Stores what was measured, and the receipt. */
async function storeResult(tx: Tx, runId: string, run: LockedRun, { result, receipt }: ScoredEnd) {
  const organizationId = run.organization_id;
  await tx.metricValue.createMany({
    data: result.metrics.map(({ graded, level: _level, ...metric }, position) => ({
      ...metric,
      id: newId(),
      organizationId,
      runId,
      isGraded: graded,
      position,
    })),
  });
  await tx.receipt.create({ data: { id: newId(), organizationId, runId, ...receipt } });
}

/** Returns whether a later rubric than the published one is in force. */
async function storeScore(
  tx: Tx,
  runId: string,
  run: LockedRun,
  { result, resamples, anchorsSource }: ScoredEnd,
): Promise<boolean> {
  const organizationId = run.organization_id;
  await holdRubric(tx, run.assignment_version_id);
  const rubric = await tx.rubricVersion.findFirstOrThrow({
    where: { assignmentVersionId: run.assignment_version_id },
    include: { criteria: true },
    orderBy: { version: 'desc' },
  });
  const candidate = { value: result.points.value, resamples };
  const ladder =
    run.kind === 'PRACTICE'
      ? await releaseOnLadder(tx, {
          runId,
          studentId: run.student_id,
          teamId: run.team_id,
          assignmentVersionId: run.assignment_version_id,
          candidate,
        })
      : null;
  await tx.score.create({
    data: {
      id: newId(),
      organizationId,
      runId,
      rubricVersionId: rubric.id,
      split: splitOf(run.kind),
      value: result.points.value,
      low: result.points.low,
      high: result.points.high,
      passMark: result.passMark,
      isPassed: result.passed,
      isProvisional: rubric.criteria.some((criterion) => criterion.mode === 'MANUAL' && criterion.isRequired),
      anchorsSource,
      criteria: toJson(result.criteria),
      gates: toJson(result.gates),
      findings: toJson(result.findings),
      slices: toJson(result.slices),
      plots: toJson(result.plots),
      resampledPoints: [...resamples],
      ladder: toNullableJson(ladder),
    },
  });
  return rubric.version > 1;
}

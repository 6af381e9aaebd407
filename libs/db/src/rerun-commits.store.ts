import { randomUUID } from 'node:crypto';
import { latenessJson } from '@holdout/domain';
import { recordAudit } from './audit.store.js';
import { carriedGrades, isWhole } from './carried-grades.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { newestGrades } from './manual-grades.store.js';
import { rescoreRun } from './rescoring.store.js';
import { newestRubric } from './rubrics.store.js';
import { heldBy } from './work-holders.js';

/** Works of a re-run being committed whose new scores do not count yet, in their order. */
export async function worksToCommit(tx: Tx, rerunId: string): Promise<string[]> {
  const works = await tx.rerunWork.findMany({
    where: { rerunId, rerun: { status: 'COMMITTING' }, committedAt: null, run: { outcome: 'SCORED' } },
    select: { id: true },
    orderBy: { position: 'asc' },
  });
  return works.map(({ id }) => id);
}

/**
 * Makes the new score of one work count: the student's or team's certifications on earlier versions no longer do.
 * Everything stays on record. Returns false when that was already done.
 */
export async function commitWork(tx: Tx, id: string, now: Date): Promise<boolean> {
  let work = await workToCommit(tx, id);
  if (work?.isJudgedSince) {
    await carryJudgement(tx, work.runId);
    work = await workToCommit(tx, id);
  }
  if (!work) return false;
  await letCount(tx, work, now);
  await tx.$queryRaw`SELECT enter_score(s)::text FROM scores s WHERE s.id = ${work.scoreId}::uuid`;
  const { organizationId, runId, originalRunId, rerunId, reason, decidedById, version } = work;
  const { before, after, wasPassed, isPassed } = work;
  await recordAudit(tx, {
    organizationId,
    actorId: decidedById,
    action: 'grade.rerun',
    subjectType: 'run',
    subjectId: runId,
    detail: { rerunId, reason, version, originalRunId, before, after, wasPassed, isPassed },
  });
  return true;
}

interface WorkToCommit {
  id: string;
  organizationId: string;
  studentId: string;
  teamId: string | null;
  originalRunId: string;
  runId: string;
  rerunId: string;
  reason: string;
  decidedById: string;
  assignmentId: string;
  version: number;
  before: number;
  wasPassed: boolean;
  /** The newest score of the new run. */
  scoreId: string;
  after: number;
  isPassed: boolean;
  /** Whether people judged the work: what they did after the new run ended has not been carried over yet. */
  isJudgedSince: boolean;
}

/** Locked until the transaction ends; null when it is already committed. */
async function workToCommit(tx: Tx, id: string): Promise<WorkToCommit | null> {
  const [work] = await tx.$queryRaw<WorkToCommit[]>`
    SELECT w.id::text, w.organization_id::text AS "organizationId", w.student_id::text AS "studentId",
      r.team_id::text AS "teamId",
      w.original_run_id::text AS "originalRunId", w.run_id::text AS "runId", t.id::text AS "rerunId", t.reason,
      t.decided_by_id::text AS "decidedById", t.assignment_id::text AS "assignmentId", v.version,
      b.value AS before, b.is_passed AND NOT b.is_provisional AS "wasPassed",
      a.id::text AS "scoreId", a.value AS after, a.is_passed AND NOT a.is_provisional AS "isPassed",
      b.created_at > r.finished_at OR EXISTS (SELECT 1 FROM reviews WHERE run_id = w.original_run_id)
        OR EXISTS (SELECT 1 FROM review_comments WHERE run_id = w.original_run_id) AS "isJudgedSince"
    FROM rerun_works w
    JOIN reruns t ON t.id = w.rerun_id AND t.status = 'COMMITTING'
    JOIN assignment_versions v ON v.id = t.assignment_version_id
    JOIN runs r ON r.id = w.run_id AND r.outcome = 'SCORED'
    CROSS JOIN LATERAL (SELECT * FROM scores WHERE run_id = w.original_run_id ORDER BY created_at DESC, id DESC LIMIT 1) b
    CROSS JOIN LATERAL (SELECT * FROM scores WHERE run_id = w.run_id ORDER BY created_at DESC, id DESC LIMIT 1) a
    WHERE w.id = ${id}::uuid AND w.committed_at IS NULL FOR UPDATE OF w`;
  return work ?? null;
}

/** A trigger notifies those whose result changes; the worker settles the effect on credentials. */
async function letCount(tx: Tx, work: WorkToCommit, now: Date): Promise<void> {
  const { id, organizationId, runId, assignmentId, version } = work;
  await tx.$executeRaw`
    WITH replaced AS (
      UPDATE runs r SET is_counted = false FROM assignment_versions v
      WHERE v.id = r.assignment_version_id AND v.assignment_id = ${assignmentId}::uuid AND v.version < ${version}::int
        AND ${heldBy(work)} AND r.is_counted
      RETURNING r.submission_id
    ), counted AS (
      UPDATE runs SET is_counted = true WHERE id = ${runId}::uuid RETURNING submission_id
    ), settled AS (
      INSERT INTO credential_tasks (organization_id, kind, subject_id)
      SELECT ${organizationId}::uuid, 'SETTLE', submission_id FROM (
        SELECT submission_id FROM replaced UNION SELECT submission_id FROM counted
      ) AS submissions
      ON CONFLICT (organization_id, kind, subject_id) DO UPDATE SET due_at = CURRENT_TIMESTAMP
    )
    UPDATE rerun_works SET committed_at = ${now}::timestamptz WHERE id = ${id}::uuid`;
}

/** Returns whether this ended the re-run, that is, no work of it still waits for its commit. */
export async function endCommit(tx: Tx, rerunId: string, now: Date): Promise<boolean> {
  const { count } = await tx.rerun.updateMany({
    where: { id: rerunId, status: 'COMMITTING' },
    data: { status: 'COMMITTED', finishedAt: now },
  });
  return count > 0;
}

const judgedRun = {
  reviews: true,
  reviewComments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  assignmentVersion: { include: newestRubric },
} satisfies Prisma.RunInclude;

/**
 * Copies people's judgement of the work, and the penalty for its lateness, to the run of a re-run. Levels are matched
 * by name, as after a change of the rubric. A review that then lacks a choice goes back to its grader. Calling it
 * again copies what was added in between.
 */
export async function carryJudgement(tx: Tx, runId: string): Promise<void> {
  const work = await tx.rerunWork.findUnique({
    where: { runId },
    include: { original: { include: judgedRun }, run: { include: judgedRun } },
  });
  const { original, run } = work ?? {};
  if (!original || !run) return;
  const [from, to] = [original, run].map(
    ({ assignmentVersion }) => assignmentVersion.rubric[0]?.criteria ?? [],
  );
  if (!from || !to) return;
  const given = await newestGrades(tx, [original.id]);
  const carried = carriedGrades(from, to, given);
  const known = await newestGrades(tx, [runId]);
  const isKnown = (grade: (typeof carried)[number]) =>
    known.some(
      ({ criterionId, graderId, points, comment }) =>
        criterionId === grade.criterionId && graderId === grade.graderId && points === grade.points && comment === grade.comment, // prettier-ignore
    );
  await tx.manualGrade.createMany({
    data: carried
      .filter((grade) => !isKnown(grade))
      .map(({ createdAt: _createdAt, ...grade }) => ({ ...grade, id: randomUUID(), runId })),
  });
  for (const { graderId, status, finishedAt } of original.reviews) {
    const state =
      status === 'FINISHED' && isWhole(to, carried, graderId)
        ? { status, finishedAt }
        : { status: 'OPEN' as const, finishedAt: null };
    const { organizationId } = run;
    await tx.review.upsert({
      where: { runId_graderId: { runId, graderId } },
      create: { id: randomUUID(), organizationId, runId, graderId, ...state },
      update: state,
      select: { id: true },
    });
  }
  if (run.reviewComments.length < original.reviewComments.length)
    await tx.reviewComment.createMany({
      data: original.reviewComments
        .slice(run.reviewComments.length)
        .map((comment) => ({ ...comment, id: randomUUID(), runId })),
    });
  const { lateness } = await tx.score.findFirstOrThrow({
    where: { runId: original.id },
    select: { lateness: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const late = latenessJson.parse(lateness);
  const judged = original.reviews.length > 0 ? 'REVIEWED' : 'REVISED';
  await rescoreRun(tx, { runId, cause: late ? 'LATE' : judged, lateness: late });
}

import { ConflictError, NotFoundError, RERUN_LIMITS as LIMITS } from '@holdout/domain';
import type { Tx } from './database.js';
import { Prisma } from './generated/client.js';
import { checkedId, newId } from './ids.js';
import { assertReproductionIsPaid } from './quotas.store.js';
import { cancelRuns } from './runs.store.js';
import { resourceOf } from './submissions.store.js';
import { holderOfRun } from './work-holders.js';

export interface RerunSubject {
  assignmentId: string;
  cohortId: string;
  /** The later version. */
  version: { id: string; version: number };
}

/** A run that counts for a student and belongs to an earlier version. */
interface CountedWork {
  runId: string;
  studentId: string;
  /** How long it took last time. */
  seconds: number;
}

const withSubject = {
  assignment: { select: { slug: true, title: true } },
  cohort: { select: { slug: true, name: true } },
  assignmentVersion: { select: { version: true, definition: true } },
} satisfies Prisma.RerunInclude;

/** Published versions of an assignment, newest first. */
export function publishedVersions(tx: Tx, assignmentId: string) {
  return tx.assignmentVersion.findMany({
    where: { assignmentId, publishedAt: { not: null } },
    select: { id: true, version: true, publishedAt: true },
    orderBy: { version: 'desc' },
    take: 50,
  });
}

/**
 * For each student of the cohort, and once per team, the counted run if it belongs to an earlier version. Those whose
 * counted run already belongs to the later version are left out. The order is the same each time and depends on
 * neither names nor points, so that its beginning can serve as the sample.
 */
export function countedWorks(
  tx: Tx,
  { assignmentId, cohortId, version }: RerunSubject,
): Promise<CountedWork[]> {
  return tx.$queryRaw<CountedWork[]>`
    WITH counted AS (
      SELECT DISTINCT ON (${holderOfRun}) r.id, r.student_id, v.version,
        coalesce(extract(epoch FROM r.finished_at - r.started_at), 0)::float8 AS seconds
      FROM enrollments e
      JOIN runs r ON r.student_id = e.user_id AND r.is_counted AND r.outcome = 'SCORED'
      JOIN assignment_versions v ON v.id = r.assignment_version_id AND v.assignment_id = ${assignmentId}::uuid
      CROSS JOIN LATERAL (
        SELECT value FROM scores WHERE run_id = r.id ORDER BY created_at DESC, id DESC LIMIT 1
      ) s
      WHERE e.cohort_id = ${cohortId}::uuid AND e.withdrawn_at IS NULL
      ORDER BY ${holderOfRun}, s.value DESC, r.queued_at DESC
    )
    SELECT id::text AS "runId", student_id::text AS "studentId", seconds FROM counted
    WHERE version < ${version.version}::int
    ORDER BY md5(id::text || ${version.id}) LIMIT ${LIMITS.works + 1}`;
}

/** @throws NotFoundError */
export async function rerunById(tx: Tx, id: string) {
  const rerun = await tx.rerun.findUnique({
    where: { id: checkedId(id, 'The re-run') },
    include: withSubject,
  });
  if (!rerun) throw new NotFoundError('The re-run');
  return rerun;
}

export type RerunRow = Awaited<ReturnType<typeof rerunById>>;

/** Newest first. */
export function rerunsOf(tx: Tx, of: { assignmentId: string; cohortId: string }, limit: number) {
  return tx.rerun.findMany({
    where: of,
    include: withSubject,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

interface NewRerun extends RerunSubject {
  organizationId: string;
  requestedById: string;
  now: Date;
}

/**
 * Opens a re-run and queues its sample. Returns its id and the runs.
 * @throws ConflictError while another is open, or when there is nothing to run, or too much; QuotaSpentError
 */
export async function openRerun(tx: Tx, input: NewRerun): Promise<{ id: string; runIds: string[] }> {
  const { organizationId, assignmentId, cohortId, version, requestedById, now } = input;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rerun:${assignmentId}:${cohortId}`}, 0))`;
  if (await tx.rerun.findFirst({ where: { assignmentId, cohortId, finishedAt: null } }))
    throw new ConflictError(
      'A re-run of this cohort is under way. Commit or discard it before you begin another one.',
    );
  const works = await countedWorks(tx, input);
  if (works.length === 0)
    throw new ConflictError(
      `Nobody in this cohort has a scored certification of a version before ${version.version}.`,
    );
  if (works.length > LIMITS.works)
    throw new ConflictError(`A re-run takes ${LIMITS.works} students at most, and this cohort has more.`);
  const id = newId();
  await tx.rerun.create({
    data: {
      id,
      organizationId,
      assignmentId,
      cohortId,
      requestedById,
      createdAt: now,
      assignmentVersionId: version.id,
    },
    select: { id: true },
  });
  await tx.rerunWork.createMany({
    data: works.map(({ runId, studentId }, position) => ({
      id: newId(),
      organizationId,
      rerunId: id,
      studentId,
      originalRunId: runId,
      position,
      isSample: position < LIMITS.sample,
    })),
  });
  return { id, runIds: await queueWorks(tx, await rerunById(tx, id), 'SAMPLE', now) };
}

const AGAIN = ['INFRASTRUCTURE_ERROR', 'CANCELLED'] as const;

/**
 * Queues works of an open re-run: those of the sample, or all that wait, plus those again that failed because of our
 * own machines or were cancelled. No attempts are charged. Returns the runs.
 * @throws QuotaSpentError when the organization has no time left
 */
export async function queueWorks(
  tx: Tx,
  { id, organizationId, assignmentVersionId, assignmentVersion }: RerunRow,
  which: 'SAMPLE' | 'ALL',
  now: Date,
): Promise<string[]> {
  const resource = resourceOf(assignmentVersion.definition);
  await assertReproductionIsPaid(tx, { resource, now });
  const works = await tx.rerunWork.findMany({
    where: {
      rerunId: id,
      ...(which === 'SAMPLE' ? { isSample: true } : {}),
      OR: [{ runId: null }, { run: { outcome: { in: [...AGAIN] } } }],
    },
    include: { original: { select: { submissionId: true, seed: true } } },
    orderBy: { position: 'asc' },
  });
  const queued = works.map((work) => ({ work, runId: newId() }));
  await tx.run.createMany({
    data: queued.map(({ work: { studentId, original }, runId }) => ({
      id: runId,
      organizationId,
      assignmentVersionId,
      studentId,
      queuedAt: now,
      // The same seed, so that only the version differs.
      submissionId: original.submissionId,
      seed: original.seed,
      kind: 'REGRADE' as const,
    })),
  });
  await tx.$executeRaw`
    UPDATE rerun_works w SET run_id = queued.run_id
    FROM unnest(${queued.map(({ work }) => work.id)}::uuid[], ${queued.map(({ runId }) => runId)}::uuid[]) AS queued (id, run_id)
    WHERE w.id = queued.id`;
  return queued.map(({ runId }) => runId);
}

interface Decision {
  decidedById: string;
  reason: string | null;
  now: Date;
}

/**
 * Locks a re-run that is still undecided.
 * @throws NotFoundError; ConflictError when it was decided
 */
export async function openRerunToDecide(tx: Tx, given: string): Promise<RerunRow> {
  const id = checkedId(given, 'The re-run');
  // An update without changes would wait as well, but leave another version of the row behind.
  await tx.$queryRaw`SELECT 1 FROM reruns WHERE id = ${id}::uuid FOR UPDATE`;
  const rerun = await rerunById(tx, id);
  if (rerun.status !== 'OPEN')
    throw new ConflictError('This re-run was decided already. Reload the page to see how.');
  return rerun;
}

/**
 * From now on the worker makes its scores count, work by work.
 * @throws ConflictError while a work still runs, or none was scored
 */
export async function commitRerun(tx: Tx, { id }: RerunRow, { reason, decidedById, now }: Decision) {
  const works = await tx.rerunWork.findMany({
    where: { rerunId: id },
    select: { run: { select: { status: true, outcome: true } } },
  });
  const open = works.filter(({ run }) => run?.status !== 'FINISHED').length;
  if (open > 0)
    throw new ConflictError(
      `${open} of ${works.length} works have no result yet. Run the rest, wait until all are finished, and look at the preview.`,
    );
  if (works.every(({ run }) => run?.outcome !== 'SCORED'))
    throw new ConflictError('No work was scored on this version: there is nothing to put in force. Discard.');
  await tx.rerun.updateMany({
    where: { id },
    data: { status: 'COMMITTING', reason, decidedById, decidedAt: now },
  });
}

/** Ends a re-run so that none of it counts; runs that wait or run are cancelled. */
export async function discardRerun(tx: Tx, { id }: RerunRow, { reason, decidedById, now }: Decision) {
  const works = await tx.rerunWork.findMany({
    where: { rerunId: id, run: { status: { not: 'FINISHED' } } },
    select: { runId: true },
  });
  await cancelRuns(
    tx,
    works.flatMap(({ runId }) => runId ?? []),
    now,
  );
  await tx.rerun.updateMany({
    where: { id },
    data: { status: 'DISCARDED', reason, decidedById, decidedAt: now, finishedAt: now },
  });
}

import { LEAST_CHANGE, type RerunWorkState } from '@holdout/domain';
import type { Tx } from './database.js';
import { Prisma } from './generated/client.js';
import { checkedId } from './ids.js';

/** What a work's result is now, and what it would be. */
export interface MovedWork {
  id: string;
  studentId: string;
  originalRunId: string;
  runId: string | null;
  isSample: boolean;
  isCommitted: boolean;
  state: RerunWorkState;
  /** Why it was not scored. */
  message: string | null;
  before: number;
  beforeLow: number;
  beforeHigh: number;
  wasPassed: boolean;
  after: number | null;
  afterLow: number | null;
  afterHigh: number | null;
  isPassed: boolean | null;
  /** Whether a valid credential depends on it, or did when the re-run was decided. */
  hasCredential: boolean;
}

/** Order: failed works first, then by how far the points move, largest first, then works without a result yet. */
const moved = (rerunId: string) => Prisma.sql`
  moved AS (
    SELECT w.id, w.student_id, w.original_run_id, w.run_id, w.is_sample, w.committed_at IS NOT NULL AS is_committed,
      CASE WHEN again.id IS NULL THEN 'NOT_STARTED' ELSE coalesce(again.outcome::text, again.status::text) END AS state,
      again.message, b.value AS before, b.low AS before_low, b.high AS before_high,
      b.is_passed AND NOT b.is_provisional AS was_passed, a.value AS after, a.low AS after_low, a.high AS after_high,
      a.is_passed AND NOT a.is_provisional AS is_passed,
      EXISTS (SELECT 1 FROM credentials c WHERE c.organization_id = w.organization_id
        AND c.pass_key = 'submission ' || original.submission_id AND c.issued_at <= coalesce(t.decided_at, now())
        AND (c.revoked_at IS NULL OR c.revoked_at >= t.decided_at)) AS has_credential,
      row_number() OVER (ORDER BY again.outcome <> 'SCORED' IS TRUE DESC, abs(a.value - b.value) DESC NULLS LAST, w.position)::int AS place
    FROM rerun_works w
    JOIN reruns t ON t.id = w.rerun_id
    JOIN runs original ON original.id = w.original_run_id
    JOIN LATERAL (
      SELECT value, low, high, is_passed, is_provisional FROM scores
      WHERE scores.run_id = w.original_run_id ORDER BY created_at DESC, id DESC LIMIT 1
    ) b ON true
    LEFT JOIN runs again ON again.id = w.run_id
    LEFT JOIN LATERAL (
      SELECT value, low, high, is_passed, is_provisional FROM scores
      WHERE scores.run_id = w.run_id ORDER BY created_at DESC, id DESC LIMIT 1
    ) a ON again.outcome = 'SCORED'
    WHERE w.rerun_id = ${rerunId}::uuid
  )`;

export interface RerunSummary {
  works: number;
  notStarted: number;
  /** Queued or running. */
  underWay: number;
  scored: number;
  studentErrors: number;
  /** Not finished because of our own machines, or cancelled. */
  unfinished: number;
  committed: number;
  raised: number;
  lowered: number;
  newlyPassed: number;
  noLongerPassed: number;
  credentialsIssued: number;
  credentialsReissued: number;
  credentialsRevoked: number;
}

export async function rerunSummary(tx: Tx, rerunId: string): Promise<RerunSummary> {
  const [summary] = await tx.$queryRaw<RerunSummary[]>`
    WITH ${moved(rerunId)}
    SELECT count(*)::int AS works, count(*) FILTER (WHERE state = 'NOT_STARTED')::int AS "notStarted",
      count(*) FILTER (WHERE state IN ('QUEUED', 'RUNNING'))::int AS "underWay",
      count(*) FILTER (WHERE state = 'SCORED')::int AS scored,
      count(*) FILTER (WHERE state = 'STUDENT_ERROR')::int AS "studentErrors",
      count(*) FILTER (WHERE state IN ('INFRASTRUCTURE_ERROR', 'CANCELLED'))::int AS unfinished,
      count(*) FILTER (WHERE is_committed)::int AS committed,
      count(*) FILTER (WHERE after - before > ${LEAST_CHANGE}::float8)::int AS raised,
      count(*) FILTER (WHERE before - after > ${LEAST_CHANGE}::float8)::int AS lowered,
      count(*) FILTER (WHERE is_passed AND NOT was_passed)::int AS "newlyPassed",
      count(*) FILTER (WHERE was_passed AND NOT is_passed)::int AS "noLongerPassed",
      count(*) FILTER (WHERE is_passed AND NOT has_credential)::int AS "credentialsIssued",
      count(*) FILTER (WHERE is_passed AND has_credential)::int AS "credentialsReissued",
      count(*) FILTER (WHERE NOT is_passed AND has_credential)::int AS "credentialsRevoked"
    FROM moved`;
  if (!summary) throw new Error('An aggregate has one row.');
  return summary;
}

/** A page of the preview. `after` is the id of the last work of the page before. */
export async function rerunWorkPage(
  tx: Tx,
  rerunId: string,
  { first, after }: { first: number; after: string | null },
): Promise<{ rows: MovedWork[]; hasNextPage: boolean }> {
  const behind = after
    ? Prisma.sql`WHERE place > coalesce((SELECT place FROM moved WHERE id = ${checkedId(after, 'The page')}::uuid), 0)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<MovedWork[]>`
    WITH ${moved(rerunId)}
    SELECT id::text, student_id::text AS "studentId", original_run_id::text AS "originalRunId", run_id::text AS "runId",
      is_sample AS "isSample", is_committed AS "isCommitted", state, message, before, before_low AS "beforeLow",
      before_high AS "beforeHigh", was_passed AS "wasPassed", after, after_low AS "afterLow", after_high AS "afterHigh",
      is_passed AS "isPassed", has_credential AS "hasCredential"
    FROM moved ${behind} ORDER BY place LIMIT ${first + 1}`;
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** Committed works that these runs came from or replaced, newest first. */
export function committedWorksOf(tx: Tx, runIds: readonly string[]) {
  const among = { in: [...runIds] };
  return tx.rerunWork.findMany({
    where: { committedAt: { not: null }, OR: [{ runId: among }, { originalRunId: among }] },
    include: { rerun: { include: { assignmentVersion: { select: { version: true } } } } },
    orderBy: { committedAt: 'desc' },
  });
}

export type CommittedWork = Awaited<ReturnType<typeof committedWorksOf>>[number];

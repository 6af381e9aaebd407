import type { ReviewFilter } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';
import { rowsOf } from './rows-of.js';
import { holderOfRun } from './work-holders.js';

/** A run's position in a review queue. */
export interface ReviewQueuePlace {
  runId: string;
  studentId: string;
  teamId: string | null;
  submittedAt: Date;
  /** The scorer's points. */
  automatic: number;
  finished: number;
  graderIds: string[];
  isMine: boolean;
  isMineFinished: boolean;
  place: number;
  total: number;
  previousRunId: string | null;
  nextRunId: string | null;
}

export interface QueueRow extends ReviewQueuePlace {
  /** Points of the newest score. */
  points: number;
  /** The encrypted name of the student who submitted. */
  displayName: Buffer | null;
  wrappedKey: Buffer | null;
  teamName: string | null;
}

export interface ReviewQueueSubject {
  assignmentId: string;
  graderId: string;
  gradersPerRun: number;
}

interface Queue extends ReviewQueueSubject {
  filter: ReviewFilter;
}

export interface ReviewQueuePage {
  rows: QueueRow[];
  hasNextPage: boolean;
  /** The first run that needs this grader; null when there is none. Set only on the first page of runs that wait. */
  firstRunId?: string | null;
}

/**
 * The run that counts for each student or team of an assignment: the certification to which the scorer gave the most
 * points. Oldest submission first.
 */
function queue({ assignmentId, graderId, gradersPerRun, filter }: Queue): Prisma.Sql {
  const condition = {
    ALL: Prisma.sql`true`,
    WAITING: Prisma.sql`finished < ${gradersPerRun} AND NOT "isMineFinished"`,
    MINE: Prisma.sql`"isMine" AND NOT "isMineFinished"`,
  }[filter];
  return Prisma.sql`
    WITH counted AS (
      SELECT DISTINCT ON (${holderOfRun}) r.id, r.student_id, r.team_id, r.submission_id, s.value
      FROM runs r
      JOIN assignment_versions v ON v.id = r.assignment_version_id
      JOIN scores s ON s.run_id = r.id AND s.cause = 'GRADED'
      WHERE v.assignment_id = ${assignmentId}::uuid AND r.is_counted AND r.outcome = 'SCORED'
      ORDER BY ${holderOfRun}, s.value DESC, r.queued_at DESC
    ), reviewed AS (
      SELECT c.id::text AS "runId", c.student_id::text AS "studentId", c.team_id::text AS "teamId", sub.created_at AS "submittedAt", c.value AS automatic,
        count(w.id) FILTER (WHERE w.status = 'FINISHED')::int AS finished,
        coalesce(array_agg(w.grader_id::text ORDER BY w.created_at) FILTER (WHERE w.id IS NOT NULL), '{}') AS "graderIds",
        coalesce(bool_or(w.grader_id = ${graderId}::uuid), false) AS "isMine",
        coalesce(bool_or(w.grader_id = ${graderId}::uuid AND w.status = 'FINISHED'), false) AS "isMineFinished"
      FROM counted c
      JOIN submissions sub ON sub.id = c.submission_id
      LEFT JOIN reviews w ON w.run_id = c.id
      GROUP BY c.id, c.student_id, c.team_id, sub.created_at, c.value
    ), placed AS (
      SELECT *, row_number() OVER o::int AS place, count(*) OVER ()::int AS total,
        lag("runId") OVER o AS "previousRunId", lead("runId") OVER o AS "nextRunId"
      FROM reviewed WHERE ${condition}
      WINDOW o AS (ORDER BY "submittedAt", "runId")
    )`;
}

/** The columns that a page shows, looked up only for the rows on it. */
const shown = Prisma.sql`page.*, u.display_name AS "displayName", k.wrapped_key AS "wrappedKey", t.name AS "teamName",
  (SELECT s.value FROM scores s WHERE s.run_id = page."runId"::uuid ORDER BY s.created_at DESC LIMIT 1) AS points`;
const details = Prisma.sql`LEFT JOIN users u ON u.id = page."studentId"::uuid LEFT JOIN user_keys k ON k.user_id = u.id
  LEFT JOIN teams t ON t.id = page."teamId"::uuid`;

/** A page of the queue. `after` is the run id of the last row of the page before. */
export async function reviewQueuePage(
  tx: Tx,
  subject: Queue,
  { first, after }: { first: number; after: string | null },
): Promise<ReviewQueuePage> {
  if (!after && subject.filter === 'WAITING') return firstWaitingPage(tx, subject, first);
  const from = after
    ? Prisma.sql`WHERE place > coalesce((SELECT place FROM placed WHERE "runId" = ${checkedId(after, 'The page')}), 0)`
    : Prisma.empty;
  const rows = await rowsOf<QueueRow>(tx)`
    ${queue(subject)}, page AS (SELECT * FROM placed ${from} ORDER BY place LIMIT ${first + 1})
    SELECT ${shown} FROM page ${details} ORDER BY place`;
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

async function firstWaitingPage(tx: Tx, subject: Queue, first: number): Promise<ReviewQueuePage> {
  const found = await rowsOf<QueueRow & { firstRunId: string }>(tx)`
    ${queue(subject)}, page AS (SELECT * FROM placed ORDER BY place LIMIT ${first + 1})
    SELECT ${shown}, next."runId" AS "firstRunId"
    FROM (SELECT "runId" FROM placed ORDER BY ${needOf(subject)}, "submittedAt", "runId" LIMIT 1) next
    CROSS JOIN page ${details} ORDER BY place`;
  const rows = found.map(({ firstRunId: _, ...row }) => row);
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    firstRunId: found[0]?.firstRunId ?? null,
  };
}

/** Runs assigned to this grader come first, because the others may be assigned to somebody else. */
const needOf = ({ gradersPerRun }: ReviewQueueSubject) =>
  Prisma.sql`NOT "isMine", cardinality("graderIds") >= ${gradersPerRun}`;

/** One run's place in the whole queue; null when it is not the counted run of its student. */
export async function reviewQueueRow(
  tx: Tx,
  subject: ReviewQueueSubject,
  runId: string,
): Promise<ReviewQueuePlace | null> {
  const rows = await rowsOf<ReviewQueuePlace>(tx)`
    ${queue({ ...subject, filter: 'ALL' })} SELECT * FROM placed WHERE "runId" = ${runId}`;
  return rows[0] ?? null;
}

/** The next run after this one that still needs this grader, wrapping around at the end; null when there is none. */
export async function nextToReview(
  tx: Tx,
  subject: ReviewQueueSubject,
  after: { submittedAt: Date; runId: string } | null,
): Promise<string | null> {
  const order = after
    ? Prisma.sql`("submittedAt", "runId") <= (${after.submittedAt}, ${after.runId}),`
    : Prisma.empty;
  const others = after ? Prisma.sql`WHERE "runId" <> ${after.runId}` : Prisma.empty;
  const rows = await rowsOf<{ runId: string }>(tx)`
    ${queue({ ...subject, filter: 'WAITING' })}
    SELECT "runId" FROM placed ${others}
    ORDER BY ${needOf(subject)}, ${order} "submittedAt", "runId" LIMIT 1`;
  return rows[0]?.runId ?? null;
}

export interface ReviewProgress {
  assignmentId: string;
  total: number;
  finished: number;
  mine: number;
}

/**
 * Progress of the reviews of each assignment with manual criteria. Assignments without counted runs are missing.
 * Which of a student's runs is reviewed, the one with the most points, is looked up only if somebody has started
 * reviewing.
 */
export function reviewProgress(tx: Tx, graderId: string): Promise<ReviewProgress[]> {
  return rowsOf<ReviewProgress>(tx)`
    WITH manual AS MATERIALIZED (
      SELECT v.id, v.assignment_id FROM assignment_versions v WHERE EXISTS (
        SELECT 1 FROM criteria c WHERE c.mode = 'MANUAL' AND c.rubric_version_id = (
          SELECT id FROM rubric_versions u WHERE u.assignment_version_id = v.id ORDER BY u.version DESC LIMIT 1))
    ), counted AS MATERIALIZED (
      SELECT m.assignment_id, ${holderOfRun} AS holder_id, r.id, r.queued_at FROM manual m
      JOIN runs r ON r.assignment_version_id = m.id
      WHERE r.is_counted AND r.outcome = 'SCORED'
    ), begun AS (
      SELECT DISTINCT ON (c.assignment_id, c.holder_id) c.assignment_id, c.id
      FROM counted c JOIN scores s ON s.run_id = c.id AND s.cause = 'GRADED'
      WHERE (c.assignment_id, c.holder_id) IN (
        SELECT o.assignment_id, o.holder_id FROM counted o JOIN reviews w ON w.run_id = o.id)
      ORDER BY c.assignment_id, c.holder_id, s.value DESC, c.queued_at DESC
    ), done AS (
      SELECT b.assignment_id, count(*) FILTER (WHERE w.n >= coalesce(p.graders_per_run, 1))::int AS finished,
        count(*) FILTER (WHERE w.mine)::int AS mine
      FROM begun b
      LEFT JOIN review_policies p ON p.assignment_id = b.assignment_id
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE w.status = 'FINISHED') AS n,
          coalesce(bool_or(w.grader_id = ${graderId}::uuid AND w.status = 'OPEN'), false) AS mine
        FROM reviews w WHERE w.run_id = b.id
      ) w
      GROUP BY b.assignment_id
    )
    SELECT c.assignment_id::text AS "assignmentId", count(DISTINCT c.holder_id)::int AS total,
      coalesce(max(d.finished), 0) AS finished, coalesce(max(d.mine), 0) AS mine
    FROM counted c LEFT JOIN done d ON d.assignment_id = c.assignment_id
    GROUP BY c.assignment_id`;
}

import type { SplitName } from '@holdout/domain';
import type { ResampledPoints } from '@holdout/leaderboard';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';
import { countingFor } from './work-holders.js';

export interface Board {
  assignmentVersionId: string;
  split: Extract<SplitName, 'PUBLIC_TEST' | 'PRIVATE_TEST'>;
  /** Only people enrolled in it; null for the whole organization. */
  cohortId: string | null;
}

export interface LeaderboardEntry extends ResampledPoints {
  id: string;
  /** Of a team: who handed in what is entered. */
  studentId: string;
  teamId: string | null;
  runId: string;
  low: number;
  high: number;
}

/** A place on a board: the points there, and the entry among those of equal points. */
export interface BoardPlace {
  value: number;
  id: string;
}

const selected = Prisma.sql`e.id::text AS id, e.student_id::text AS "studentId", e.team_id::text AS "teamId", e.run_id::text AS "runId", e.value, e.low, e.high,
  s.resampled_points AS resamples`;

/** Both conditions are answered by the index of the board, whatever its length. */
function onBoard({ assignmentVersionId, split, cohortId }: Board): Prisma.Sql {
  const cohort = cohortId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM enrollments n
        WHERE n.cohort_id = ${cohortId}::uuid AND n.user_id = e.student_id AND n.withdrawn_at IS NULL)`
    : Prisma.empty;
  return Prisma.sql`e.assignment_version_id = ${assignmentVersionId}::uuid AND e.split = ${split}::"SplitName" ${cohort}`;
}

/** A page of a board by falling points, after a place. One row more than asked for tells that there are more. */
export async function leaderboardPage(
  tx: Tx,
  board: Board,
  { first, after }: { first: number; after: BoardPlace | null },
) {
  const behind = after
    ? Prisma.sql`AND e.value <= ${after.value} AND (e.value < ${after.value} OR e.id > ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await rowsOf<LeaderboardEntry>(tx)`
    SELECT ${selected} FROM leaderboard_entries e JOIN scores s ON s.id = e.score_id
    WHERE ${onBoard(board)} ${behind} ORDER BY e.value DESC, e.id LIMIT ${first + 1}`;
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** An entry by its id; null when it is gone or was never on this board. */
export async function leaderboardEntry(tx: Tx, board: Board, id: string): Promise<LeaderboardEntry | null> {
  const rows = await rowsOf<LeaderboardEntry>(tx)`
    SELECT ${selected} FROM leaderboard_entries e JOIN scores s ON s.id = e.score_id
    WHERE ${onBoard(board)} AND e.id = ${id}::uuid`;
  return rows[0] ?? null;
}

export interface Rank {
  /** The team, else the student. */
  holderId: string;
  entryId: string;
  runId: string;
  value: number;
  low: number;
  high: number;
  /** Those with more points, and one. */
  rank: number;
}

/** Where students and teams stand on a board, the best first. Those who are not on it are missing. */
export function ranksOf(tx: Tx, board: Board, holderIds: readonly string[]): Promise<Rank[]> {
  return holderIds.length <= FEW ? ranksOfFew(tx, board, holderIds) : ranksOfMany(tx, board, holderIds);
}

/** So many are counted past one by one; for more, the board is gone through once. */
const FEW = 3;

function ranksOfFew(tx: Tx, board: Board, holderIds: readonly string[]): Promise<Rank[]> {
  return rowsOf<Rank>(tx)`
    SELECT ${ranked}, (SELECT count(*)::int + 1 FROM leaderboard_entries b
        WHERE b.assignment_version_id = ${board.assignmentVersionId}::uuid AND b.split = ${board.split}::"SplitName" AND b.value > e.value
          AND ${board.cohortId ? Prisma.sql`EXISTS (SELECT 1 FROM enrollments m WHERE m.cohort_id = ${board.cohortId}::uuid AND m.user_id = b.student_id AND m.withdrawn_at IS NULL)` : Prisma.sql`true`}
      ) AS rank
    FROM leaderboard_entries e
    WHERE ${onBoard(board)} AND ${heldBy(holderIds)}
    ORDER BY e.value DESC`;
}

function ranksOfMany(tx: Tx, board: Board, holderIds: readonly string[]): Promise<Rank[]> {
  return rowsOf<Rank>(tx)`
    SELECT ${ranked}, e.rank FROM (
      SELECT e.*, (rank() OVER (ORDER BY e.value DESC))::int AS rank FROM leaderboard_entries e WHERE ${onBoard(board)}) e
    WHERE ${heldBy(holderIds)}
    ORDER BY e.value DESC`;
}

const ranked = Prisma.sql`coalesce(e.team_id, e.student_id)::text AS "holderId", e.id::text AS "entryId", e.run_id::text AS "runId",
  e.value, e.low, e.high`;

function heldBy(holderIds: readonly string[]): Prisma.Sql {
  const ids = [...holderIds];
  return Prisma.sql`((e.student_id = ANY(${ids}::uuid[]) AND e.team_id IS NULL) OR e.team_id = ANY(${ids}::uuid[]))`;
}

/** What the Ladder said about the latest practice score of a version that counts for a student; null before the first. */
export async function latestRelease(
  tx: Tx,
  studentId: string,
  assignmentVersionId: string,
): Promise<{ runId: string; ladder: unknown; createdAt: Date } | null> {
  const [score] = await rowsOf<{ runId: string; ladder: unknown; createdAt: Date }>(tx)`
    SELECT s.run_id::text AS "runId", s.ladder, s.created_at AS "createdAt" FROM scores s JOIN runs r ON r.id = s.run_id
    WHERE ${countingFor(studentId)} AND r.assignment_version_id = ${assignmentVersionId}::uuid AND r.kind = 'PRACTICE'
      AND s.ladder IS NOT NULL
    ORDER BY s.created_at DESC LIMIT 1`;
  return score ?? null;
}

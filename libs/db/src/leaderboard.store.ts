import type { SplitName } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';
import { countingFor } from './work-holders.js';

export interface Board {
  assignmentVersionId: string;
  split: Extract<SplitName, 'PUBLIC_TEST' | 'PRIVATE_TEST'>;
  /** Limits the board to people enrolled in this cohort; null for the whole organization. */
  cohortId: string | null;
}

export interface LeaderboardEntry {
  id: string;
  /** For a team, the member who handed in the entry. */
  studentId: string;
  teamId: string | null;
  runId: string;
  scoreId: string;
  value: number;
  low: number;
  high: number;
}

export interface BoardRow extends LeaderboardEntry {
  /** The name the student chose for the board; null if they go by their own name, and for a team. */
  pseudonym: string | null;
  teamName: string | null;
  /** The student's real name, encrypted under their key; null for somebody who left or whose data was erased. */
  displayName: Buffer | null;
  wrappedKey: Buffer | null;
  /** On the private board, their rank on the public one. */
  publicRank: number | null;
}

/** A place on a board: the points there, and the entry among those of equal points. */
export interface BoardPlace {
  value: number;
  id: string;
}

const selected = Prisma.sql`e.id::text AS id, e.student_id::text AS "studentId", e.team_id::text AS "teamId", e.run_id::text AS "runId",
  e.score_id::text AS "scoreId", e.value, e.low, e.high`;

/** Written as literals: each board has an index that the planner does not find for a split given as a parameter. */
const SPLITS = {
  PUBLIC_TEST: Prisma.sql`'PUBLIC_TEST'`,
  PRIVATE_TEST: Prisma.sql`'PRIVATE_TEST'`,
};

/** The board's index answers both conditions, however long the board is. */
function onBoard({ assignmentVersionId, split, cohortId }: Board): Prisma.Sql {
  const cohort = cohortId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM enrollments n
        WHERE n.cohort_id = ${cohortId}::uuid AND n.user_id = e.student_id AND n.withdrawn_at IS NULL)`
    : Prisma.empty;
  return Prisma.sql`e.assignment_version_id = ${assignmentVersionId}::uuid AND e.split = ${SPLITS[split]} ${cohort}`;
}

export interface BoardPage {
  rows: BoardRow[];
  hasNextPage: boolean;
  /**
   * Whether the page was read with the right to see held grades, so that it must not be shown to anybody without; null for
   * an empty page.
   */
  seesHeld: boolean | null;
}

/**
 * A page of a board by falling points, starting after a place, with what it says about each entry. One row more than asked
 * for means that there are more.
 */
export async function leaderboardPage(
  tx: Tx,
  board: Board,
  { first, after }: { first: number; after: BoardPlace | null },
): Promise<BoardPage> {
  const behind = after
    ? Prisma.sql`AND e.value <= ${after.value} AND (e.value < ${after.value} OR e.id > ${after.id}::uuid)`
    : Prisma.empty;
  const read = await rowsOf<BoardRow & { seesHeld: boolean }>(tx)`
    WITH page AS MATERIALIZED (
      SELECT e.* FROM leaderboard_entries e WHERE ${onBoard(board)} ${behind} ORDER BY e.value DESC, e.id LIMIT ${first + 1}
    )
    SELECT ${selected}, n.name AS pseudonym, t.name AS "teamName", u.display_name AS "displayName", k.wrapped_key AS "wrappedKey",
      ${board.split === 'PRIVATE_TEST' ? Prisma.sql`p.rank` : Prisma.sql`NULL::int`} AS "publicRank",
      (SELECT sees_held_grades()) AS "seesHeld"
    FROM page e
    LEFT JOIN pseudonyms n ON n.user_id = e.student_id AND e.team_id IS NULL
    LEFT JOIN teams t ON t.id = e.team_id
    LEFT JOIN users u ON u.id = e.student_id
    LEFT JOIN user_keys k ON k.user_id = u.id
    ${board.split === 'PRIVATE_TEST' ? publicRanks(board) : Prisma.empty}
    ORDER BY e.value DESC, e.id`;
  return {
    rows: read.slice(0, first).map(({ seesHeld: _, ...row }) => row),
    hasNextPage: read.length > first,
    seesHeld: read[0]?.seesHeld ?? null,
  };
}

/** Reads the public board once, whoever is asked about. */
const publicRanks = (board: Board) => Prisma.sql`LEFT JOIN (
    SELECT ${holder} AS holder, (rank() OVER (ORDER BY e.value DESC))::int AS rank FROM leaderboard_entries e
    WHERE ${onBoard({ ...board, split: 'PUBLIC_TEST' })}
  ) p ON p.holder = ${holder}`;

/** The team, or the student who works alone. */
const holder = Prisma.sql`coalesce(e.team_id, e.student_id)`;

/** An entry by its id; null when it is gone or was never on this board. */
export async function leaderboardEntry(tx: Tx, board: Board, id: string): Promise<LeaderboardEntry | null> {
  const rows = await rowsOf<LeaderboardEntry>(tx)`
    SELECT ${selected} FROM leaderboard_entries e WHERE ${onBoard(board)} AND e.id = ${id}::uuid`;
  return rows[0] ?? null;
}

export interface Rank {
  value: number;
  low: number;
  high: number;
  /** The number of entries with more points, plus one. */
  rank: number;
}

/** A student's best rank on a board, alone or with a team; null if they are not on it. */
export async function rankOf(tx: Tx, board: Board, userId: string): Promise<Rank | null> {
  const among = board.cohortId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM enrollments m
        WHERE m.cohort_id = ${board.cohortId}::uuid AND m.user_id = b.student_id AND m.withdrawn_at IS NULL)`
    : Prisma.empty;
  const rows = await rowsOf<Rank>(tx)`
    SELECT e.value, e.low, e.high, (SELECT count(*)::int + 1 FROM leaderboard_entries b
        WHERE b.assignment_version_id = ${board.assignmentVersionId}::uuid AND b.split = ${SPLITS[board.split]}
          AND b.value > e.value ${among}) AS rank
    FROM leaderboard_entries e
    WHERE ${onBoard(board)} AND ${holder} = ANY (ARRAY(
      SELECT ${userId}::uuid UNION ALL SELECT m.team_id FROM team_members m WHERE m.user_id = ${userId}::uuid))
    ORDER BY e.value DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** PostgreSQL's binary array: 20 bytes of header, then the length and a double for each element, all big-endian. */
const [HEADER_BYTES, LENGTH_BYTES, DOUBLE_BYTES] = [20, 4, 8];

/**
 * The points of scores on each resample, by score id. There are a thousand doubles each: as bytes they take a tenth of the
 * time their digits would.
 */
export async function resamplesOf(tx: Tx, scoreIds: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await rowsOf<{ id: string; sent: Buffer }>(tx)`
    SELECT id::text AS id, array_send(resampled_points) AS sent FROM scores WHERE id = ANY(${[...scoreIds]}::uuid[])`;
  return new Map(rows.map(({ id, sent }) => [id, doublesIn(sent)]));
}

function doublesIn(sent: Buffer): number[] {
  const each = LENGTH_BYTES + DOUBLE_BYTES;
  const length = Math.max(0, Math.floor((sent.length - HEADER_BYTES) / each));
  return Array.from({ length }, (_, index) => sent.readDoubleBE(HEADER_BYTES + index * each + LENGTH_BYTES));
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

import { rankWithBands } from '@holdout/leaderboard';
import type { Tx } from './database.js';

/** Rows that are compared; a longer board shows its head. */
export const MAX_LEADERBOARD_ROWS = 200;

export interface LeaderboardEntry {
  studentId: string;
  runId: string;
  value: number;
  low: number;
  high: number;
  resamples: number[];
}

/** The shown practice score of every student on a version's public split, ranked, with tie bands. */
export async function leaderboardOf(tx: Tx, assignmentVersionId: string, first: number) {
  const entries = await tx.$queryRaw<LeaderboardEntry[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (r.student_id) r.student_id::text AS "studentId", r.id::text AS "runId", s.value, s.low, s.high,
        s.resampled_points AS resamples
      FROM scores s
      JOIN runs r ON r.id = s.run_id
      WHERE r.assignment_version_id = ${assignmentVersionId}::uuid AND r.kind = 'PRACTICE' AND s.split = 'PUBLIC_TEST'
        AND (s.ladder ->> 'isReleased')::boolean
      ORDER BY r.student_id, s.value DESC
    ) AS best
    ORDER BY value DESC
    LIMIT ${Math.min(first, MAX_LEADERBOARD_ROWS)}`;
  // Unpaired vectors (another scorer's) cannot be compared; the newest count of resamples wins.
  const length = entries[0]?.resamples.length ?? 0;
  return rankWithBands(entries.filter((entry) => entry.resamples.length === length));
}

import type { ResampledPoints } from '@holdout/leaderboard';
import type { SplitName } from '@holdout/domain';
import type { Tx } from './database.js';
import { heldBy } from './work-holders.js';

interface Compared {
  id: string;
  studentId: string;
  teamId: string | null;
  assignmentVersionId: string;
  queuedAt: Date;
}

export interface EarlierRun {
  id: string;
  fileName: string;
  queuedAt: Date;
  value: number;
  low: number;
  high: number;
}

/**
 * Earlier runs of the same student or team whose shown scores can be compared with this one's: the same version and
 * the same split. Practice scores that the Ladder did not release are not included. Newest first.
 */
export function earlierRunsOf(
  tx: Tx,
  { id, studentId, teamId, assignmentVersionId, queuedAt }: Compared,
  split: SplitName,
  first: number,
): Promise<EarlierRun[]> {
  return tx.$queryRaw<EarlierRun[]>`
    SELECT r.id::text AS id, sub.file_name AS "fileName", r.queued_at AS "queuedAt", s.value, s.low, s.high
    FROM runs r
    JOIN submissions sub ON sub.id = r.submission_id
    JOIN LATERAL (
      SELECT * FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC LIMIT 1
    ) s ON true
    WHERE ${heldBy({ studentId, teamId })} AND r.assignment_version_id = ${assignmentVersionId}::uuid
      AND r.queued_at < ${queuedAt} AND r.id <> ${id}::uuid AND s.split::text = ${split}
      AND (s.ladder IS NULL OR (s.ladder ->> 'isReleased')::boolean)
    ORDER BY r.queued_at DESC, r.id DESC
    LIMIT ${first}`;
}

/** The newest points of a run with their resamples; null if the run was not scored. */
export async function resampledPointsOf(tx: Tx, runId: string): Promise<ResampledPoints | null> {
  const score = await tx.score.findFirst({
    where: { runId },
    orderBy: { createdAt: 'desc' },
    select: { value: true, resampledPoints: true },
  });
  return score && { value: score.value, resamples: score.resampledPoints };
}

import type { Tx } from './database.js';
import { cohortScope } from './cohort-scope.js';

/** One attempt as it is exported. */
export interface ExportedAttempt {
  runId: string;
  studentId: string;
  stage: string;
  assignment: string;
  kind: string;
  queuedAt: Date;
  finishedAt: Date | null;
  outcome: string | null;
  phase: string | null;
  reason: string | null;
  message: string | null;
  points: number | null;
  low: number | null;
  high: number | null;
  passed: boolean;
}

/**
 * Every attempt of a cohort's students at the assignments of its track, oldest first. One more than `limit` is
 * returned if there are more.
 */
export function cohortAttempts(tx: Tx, cohortId: string, limit: number): Promise<ExportedAttempt[]> {
  return tx.$queryRaw<ExportedAttempt[]>`
    WITH ${cohortScope(cohortId)}
    SELECT s.id::text AS "runId", s.student_id::text AS "studentId", t.stage_slug AS stage, t.slug AS assignment,
      s.kind::text AS kind, s.queued_at AS "queuedAt", s.finished_at AS "finishedAt", s.outcome::text AS outcome, s.phase,
      s.reason, s.message, s.value AS points, s.low, s.high, s.passed
    FROM scored s JOIN tasks t ON t.id = s.assignment_id
    ORDER BY s.queued_at, s.id LIMIT ${limit + 1}`;
}

import type { Tx } from './database.js';

/** A submission to compare: a student's newest scored certification. */
export interface WorkToCompare {
  runId: string;
  /** For a team always the same member, so that its attempts are never compared with each other. */
  studentId: string;
  isEarlier: boolean;
  /** The digest under which its text files are stored. */
  digest: string;
}

/**
 * What the students of a cohort submitted for certification and, if asked for, those of earlier cohorts too. The
 * cohort's own come first, newest first. One more than `limit` is returned if there are more. Students who left a
 * cohort are included, because others may have copied from their work.
 */
export function worksToCompare(
  tx: Tx,
  of: { assignmentId: string; cohortId: string; includesEarlier: boolean },
  limit: number,
): Promise<WorkToCompare[]> {
  return tx.$queryRaw<WorkToCompare[]>`
    WITH students AS (
      SELECT e.user_id, bool_and(e.cohort_id <> now.id) AS is_earlier
      FROM cohorts now
      JOIN cohorts c ON c.id = now.id OR (${of.includesEarlier}::boolean
        AND coalesce(c.starts_at, '-infinity') < coalesce(now.starts_at, 'infinity'))
      JOIN enrollments e ON e.cohort_id = c.id
      WHERE now.id = ${of.cohortId}::uuid
      GROUP BY e.user_id
    ), works AS (
      SELECT DISTINCT ON (r.submission_id) r.id, coalesce(team.first_id, r.student_id) AS student_id, students.is_earlier, source.digest, r.queued_at
      FROM runs r
      JOIN assignment_versions v ON v.id = r.assignment_version_id
      JOIN students ON students.user_id = r.student_id
      LEFT JOIN LATERAL (
        SELECT m.user_id AS first_id FROM team_members m WHERE m.team_id = r.team_id ORDER BY m.user_id LIMIT 1
      ) team ON true
      JOIN submission_sources source ON source.submission_id = r.submission_id
      WHERE v.assignment_id = ${of.assignmentId}::uuid AND r.kind = 'CERTIFICATION' AND r.outcome = 'SCORED'
      ORDER BY r.submission_id, r.queued_at DESC, r.id
    )
    SELECT id::text AS "runId", student_id::text AS "studentId", is_earlier AS "isEarlier", digest
    FROM works ORDER BY is_earlier, queued_at DESC, id LIMIT ${limit + 1}`;
}

/** The distinct starter kits that students of an assignment were given. */
export async function starterDigestsOf(tx: Tx, assignmentId: string): Promise<string[]> {
  const versions = await tx.assignmentVersion.findMany({
    where: { assignmentId, publishedAt: { not: null } },
    distinct: ['starterDigest'],
    select: { starterDigest: true },
  });
  return versions.map(({ starterDigest }) => starterDigest);
}

/** What is shown about a compared work. */
export function comparedRun(tx: Tx, runId: string) {
  return tx.run.findUniqueOrThrow({
    where: { id: runId },
    select: { submission: { select: { createdAt: true, source: { select: { digest: true } } } } },
  });
}

import type { Opening } from '@holdout/domain';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';

/** A student's place in the cohort through which they work on an assignment, with the dates that apply to them. */
export interface StudentOpening {
  enrollmentId: string;
  cohortId: string;
  /** The student's team. Its dates are those of the member who has the most time. */
  teamId: string | null;
  /** The enrollments of everyone in the team, the student included. Each member pays for lateness. */
  enrollmentIds: string[];
  opening: Opening;
  timeZone: string;
  /** Certification attempts granted beyond the assignment's own; for a team, the most that any member was granted. */
  extraCertifications: number;
  /**
   * Pooled late days that can pay for lateness of this assignment, including those already used for it; for a team, those of
   * the member who has fewest.
   */
  lateDays: number;
}

type OpeningRow = Omit<StudentOpening, 'opening'> & Opening;

interface Subject {
  assignment: { id: string; stage: { trackId: string } };
  studentId: string;
}

/**
 * Null if no cohort of the student takes the assignment's track. Of several cohorts, the one with their team counts,
 * otherwise the newest enrollment.
 */
export async function openingOf(tx: Tx, { assignment, studentId }: Subject): Promise<StudentOpening | null> {
  const [found] = await rowsOf<OpeningRow>(tx)`
    SELECT n.id::text AS "enrollmentId", c.id::text AS "cohortId", t.id::text AS "teamId", mates.ids AS "enrollmentIds",
      coalesce(o.opens_at, c.starts_at) AS "opensAt", o.due_at AS "dueAt", coalesce(o.closes_at, c.ends_at) AS "closesAt",
      mates.due_at AS "extendedDueAt", o.late_policy AS "latePolicy", c.time_zone AS "timeZone",
      mates.extra AS "extraCertifications", mates.late_days AS "lateDays"
    FROM enrollments n
    JOIN cohorts c ON c.id = n.cohort_id
    LEFT JOIN cohort_assignments o ON o.cohort_id = c.id AND o.assignment_id = ${assignment.id}::uuid
    LEFT JOIN team_members own ON own.user_id = n.user_id AND own.assignment_id = ${assignment.id}::uuid
    LEFT JOIN teams t ON t.id = own.team_id AND t.cohort_id = c.id
    CROSS JOIN LATERAL (
      SELECT array_agg(e.id::text ORDER BY e.id) AS ids, max(x.due_at) AS due_at,
        coalesce(max(x.extra_certifications), 0) AS extra, min(e.late_days_left + coalesce(u.days, 0)) AS late_days
      FROM enrollments e
      CROSS JOIN LATERAL extension_of(e.id, ${assignment.id}::uuid) x
      LEFT JOIN late_day_uses u ON u.enrollment_id = e.id AND u.assignment_id = ${assignment.id}::uuid
      WHERE e.cohort_id = n.cohort_id AND e.withdrawn_at IS NULL
        AND e.user_id = ANY (n.user_id || ARRAY(SELECT m.user_id FROM team_members m WHERE m.team_id = t.id))
    ) mates
    WHERE n.user_id = ${studentId}::uuid AND n.withdrawn_at IS NULL AND c.archived_at IS NULL
      AND c.track_id = ${assignment.stage.trackId}::uuid
    ORDER BY t.id IS NULL, n.created_at DESC LIMIT 1`;
  if (!found) return null;
  const { opensAt, dueAt, closesAt, extendedDueAt, latePolicy, ...student } = found;
  return { ...student, opening: { opensAt, dueAt, closesAt, extendedDueAt, latePolicy } };
}

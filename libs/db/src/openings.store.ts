import type { Opening } from '@holdout/domain';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';

/** A student's place in the cohort through which they work on an assignment, with the dates that hold for them. */
export interface StudentOpening {
  enrollmentId: string;
  opening: Opening;
  timeZone: string;
  /** Certification attempts granted beyond the assignment's own. */
  extraCertifications: number;
  /** Pooled late days that may still pay for lateness of this assignment, those it has used included. */
  lateDays: number;
}

type OpeningRow = Omit<StudentOpening, 'opening'> & Opening;

interface Subject {
  assignment: { id: string; stage: { trackId: string } };
  studentId: string;
}

/** Null when no cohort of the student takes the assignment's track. The newest enrollment counts. */
export async function openingOf(tx: Tx, { assignment, studentId }: Subject): Promise<StudentOpening | null> {
  const [found] = await rowsOf<OpeningRow>(tx)`
    SELECT n.id::text AS "enrollmentId", coalesce(o.opens_at, c.starts_at) AS "opensAt", o.due_at AS "dueAt",
      coalesce(o.closes_at, c.ends_at) AS "closesAt", x.due_at AS "extendedDueAt", o.late_policy AS "latePolicy",
      c.time_zone AS "timeZone", coalesce(x.extra_certifications, 0) AS "extraCertifications",
      n.late_days_left + coalesce(u.days, 0) AS "lateDays"
    FROM enrollments n
    JOIN cohorts c ON c.id = n.cohort_id
    LEFT JOIN cohort_assignments o ON o.cohort_id = c.id AND o.assignment_id = ${assignment.id}::uuid
    LEFT JOIN extensions x ON x.enrollment_id = n.id AND x.assignment_id = ${assignment.id}::uuid
    LEFT JOIN late_day_uses u ON u.enrollment_id = n.id AND u.assignment_id = ${assignment.id}::uuid
    WHERE n.user_id = ${studentId}::uuid AND n.withdrawn_at IS NULL AND c.archived_at IS NULL
      AND c.track_id = ${assignment.stage.trackId}::uuid
    ORDER BY n.created_at DESC LIMIT 1`;
  if (!found) return null;
  const { enrollmentId, timeZone, extraCertifications, lateDays, ...opening } = found;
  return { enrollmentId, opening, timeZone, extraCertifications, lateDays };
}

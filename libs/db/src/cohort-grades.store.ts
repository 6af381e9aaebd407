import { NotFoundError } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { cohortScope, counted } from './cohort-scope.js';
import { checkedId } from './ids.js';
import { isStudying } from './studying.js';

export interface GradedAssignment {
  id: string;
  slug: string;
  title: string;
  isHeld: boolean;
  /** Students with a scored certification. */
  certified: number;
}

/** The published assignments of a cohort's track, in its order. */
export function gradedAssignments(tx: Tx, cohortId: string): Promise<GradedAssignment[]> {
  return tx.$queryRaw<GradedAssignment[]>`
    WITH ${cohortScope(cohortId)}, ${counted}
    SELECT t.id::text, t.slug, t.title, coalesce(o.is_held, false) AS "isHeld",
      (SELECT count(*)::int FROM counted c WHERE c.assignment_id = t.id) AS certified
    FROM tasks t LEFT JOIN cohort_assignments o ON o.assignment_id = t.id AND o.cohort_id = ${cohortId}::uuid
    ORDER BY t.place`;
}

/** The certification that counts for a student. */
export interface Grade {
  studentId: string;
  assignmentId: string;
  runId: string;
  points: number;
  isPassed: boolean;
  /** A required criterion still waits for a person. */
  isProvisional: boolean;
  daysLate: number;
}

/** The grades of these students, or of the whole cohort if null. Assignments without a certification are missing. */
export function gradesOfCohort(
  tx: Tx,
  cohortId: string,
  studentIds: readonly string[] | null,
): Promise<Grade[]> {
  const only = studentIds ? Prisma.sql`WHERE c.student_id = ANY(${[...studentIds]}::uuid[])` : Prisma.empty;
  return tx.$queryRaw<Grade[]>`
    WITH ${cohortScope(cohortId)}, ${counted}
    SELECT c.student_id::text AS "studentId", c.assignment_id::text AS "assignmentId", c.id::text AS "runId", s.value AS points,
      s.is_passed AND NOT s.is_provisional AS "isPassed", s.is_provisional AS "isProvisional",
      coalesce((s.lateness ->> 'daysLate')::int, 0) AS "daysLate"
    FROM counted c JOIN scores s ON s.id = c.score_id ${only}
    ORDER BY c.student_id, c.assignment_id`;
}

/** Everyone in a cohort, in the order of enrolling. */
export async function studentsOfCohort(tx: Tx, cohortId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT e.user_id::text AS "userId" FROM enrollments e
    WHERE e.cohort_id = ${cohortId}::uuid AND ${isStudying} ORDER BY e.created_at, e.id`;
  return rows.map(({ userId }) => userId);
}

/**
 * Holds or releases the grades of an assignment. Returns whether that changed anything.
 * @throws NotFoundError
 */
export async function setGradesHeld(
  tx: Tx,
  { cohortId, assignmentId, isHeld }: { cohortId: string; assignmentId: string; isHeld: boolean },
): Promise<boolean> {
  const where = { cohortId: checkedId(cohortId, 'The cohort'), assignmentId };
  const opening = await tx.cohortAssignment.findFirst({ where });
  if (!opening) throw new NotFoundError('The assignment in this cohort');
  const { count } = await tx.cohortAssignment.updateMany({
    where: { ...where, isHeld: !isHeld },
    data: { isHeld },
  });
  return count > 0;
}

/** Those of these runs whose results are held. */
export async function heldRuns(tx: Tx, runIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM held_runs() AS id WHERE id = ANY(${[...runIds]}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

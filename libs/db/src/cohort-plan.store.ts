import { NotFoundError, type LatePolicy } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { toNullableJson } from './json.js';
import { isStudying } from './studying.js';

/** A cohort with the dates of its assignments. @throws NotFoundError */
export async function cohortWithDates(tx: Tx, slug: string) {
  const cohort = await tx.cohort.findFirst({
    where: { slug },
    include: {
      track: { include: { diagrams: { orderBy: { position: 'asc' } } } },
      openings: {
        include: { assignment: { include: { stage: true } } },
        orderBy: [{ assignment: { stage: { position: 'asc' } } }, { assignment: { position: 'asc' } }],
      },
    },
  });
  if (!cohort) throw new NotFoundError(`The cohort "${slug}"`);
  return cohort;
}

/** @throws NotFoundError */
export async function cohortById(tx: Tx, id: string) {
  const cohort = await tx.cohort.findUnique({ where: { id: checkedId(id, 'The cohort') } });
  if (!cohort) throw new NotFoundError('The cohort');
  return cohort;
}

/**
 * Takes a student out of a cohort. If they are enrolled again, they get back everything they had.
 * @throws NotFoundError if the student is not in the cohort
 */
export async function withdrawEnrollment(tx: Tx, id: string, at: Date) {
  const enrollment = await tx.enrollment.findUnique({ where: { id: checkedId(id, 'The student') } });
  if (!enrollment || enrollment.withdrawnAt) throw new NotFoundError('The student');
  await tx.enrollment.update({ where: { id: enrollment.id }, data: { withdrawnAt: at } });
  return enrollment;
}

/** A page of the students of a cohort with their extensions and those of their groups. `after` is the id of the last enrollment of the page before. */
export async function enrollmentPage(
  tx: Tx,
  cohortId: string,
  { first, after }: { first: number; after: string | null },
) {
  const from = after ? checkedId(after, 'The page') : null;
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id::text FROM enrollments e
    WHERE e.cohort_id = ${cohortId}::uuid AND ${isStudying} AND (${from}::uuid IS NULL
      OR (e.created_at, e.id) > (SELECT a.created_at, a.id FROM enrollments a WHERE a.id = ${from}::uuid))
    ORDER BY e.created_at, e.id LIMIT ${first + 1}::int`;
  const rows = await tx.enrollment.findMany({
    where: { id: { in: ids.slice(0, first).map(({ id }) => id) } },
    include: {
      extensions: { orderBy: { createdAt: 'asc' } },
      groups: {
        select: { group: { select: { name: true, extensions: { orderBy: { createdAt: 'asc' } } } } },
        orderBy: { group: { name: 'asc' } },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return { rows, hasNextPage: ids.length > first };
}

export interface AssignmentDates {
  organizationId: string;
  cohortId: string;
  assignmentId: string;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  latePolicy: LatePolicy | null;
}

/** What is set for an assignment in a cohort; null if nothing is. */
export function assignmentDates(tx: Tx, place: { cohortId: string; assignmentId: string }) {
  return tx.cohortAssignment.findUnique({
    where: { cohortId_assignmentId: place },
    select: { opensAt: true, dueAt: true, closesAt: true, latePolicy: true },
  });
}

export async function setAssignmentDates(tx: Tx, dates: AssignmentDates): Promise<void> {
  const { organizationId, cohortId, assignmentId, latePolicy, ...when } = dates;
  const values = { ...when, latePolicy: toNullableJson(latePolicy) };
  await tx.cohortAssignment.upsert({
    where: { cohortId_assignmentId: { cohortId, assignmentId } },
    create: { id: newId(), organizationId, cohortId, assignmentId, ...values },
    update: values,
  });
}

/** Enrollments of these students in a cohort. @throws NotFoundError when one of them is not in it */
export async function enrollmentsOf(tx: Tx, cohortId: string, studentIds: readonly string[]) {
  const ids = [...new Set(studentIds)].map((id) => checkedId(id, 'The student'));
  const rows = await tx.enrollment.findMany({
    where: { cohortId, withdrawnAt: null, userId: { in: ids } },
    include: { extensions: true },
  });
  if (rows.length < ids.length) throw new NotFoundError('A student of this cohort');
  return rows;
}

/** What an extension grants, why and by whom. */
export interface Granted {
  dueAt: Date | null;
  extraCertifications: number;
  reason: string;
  grantedById: string;
}

export interface ExtensionGrant extends Granted {
  organizationId: string;
  enrollmentId: string;
  assignmentId: string;
}

/** One extension per student and assignment: a new grant replaces the earlier one. */
export async function grantExtension(tx: Tx, grant: ExtensionGrant): Promise<void> {
  const { enrollmentId, assignmentId, organizationId, ...values } = grant;
  await tx.extension.upsert({
    where: { enrollmentId_assignmentId: { enrollmentId, assignmentId } },
    create: { id: newId(), organizationId, enrollmentId, assignmentId, ...values },
    update: values,
  });
}

/** Sets how many pooled late days these students have left from now on. */
export async function setLateDays(tx: Tx, enrollmentIds: readonly string[], days: number): Promise<void> {
  await tx.enrollment.updateMany({ where: { id: { in: [...enrollmentIds] } }, data: { lateDaysLeft: days } });
}

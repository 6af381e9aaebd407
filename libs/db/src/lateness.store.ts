import { daysLate, latenessOf, windowOf, type Lateness } from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { openingOf, type StudentOpening } from './openings.store.js';

interface Work {
  organizationId: string;
  assignment: { id: string; stage: { trackId: string } };
  studentId: string;
  submittedAt: Date;
}

/**
 * The penalty for the lateness of a piece of work; null when it is on time. Pooled late days are spent here: an
 * assignment costs as many as its latest counted work needs, once, however many runs are submitted. In a team
 * everyone pays, but no more than the member with the fewest days has.
 */
export async function chargeLateness(tx: Tx, work: Work): Promise<Lateness | null> {
  const student = await lockedOpening(tx, work);
  const lateness = student && latenessAt(student, work.submittedAt);
  if (!student || !lateness) return null;
  await spend(tx, work, student, lateness.lateDaysSpent, 'at least');
  return lateness;
}

/**
 * After an extension: recomputes the penalties of the student's counted works of the assignment. Late days that are
 * no longer needed return to the pool.
 */
export async function settleLateness(
  tx: Tx,
  { submittedAt, ...work }: Omit<Work, 'submittedAt'> & { submittedAt: readonly Date[] },
): Promise<(Lateness | null)[]> {
  const student = await lockedOpening(tx, work);
  if (!student) return submittedAt.map(() => null);
  const all = submittedAt.map((at) => latenessAt(student, at));
  await spend(
    tx,
    work,
    student,
    Math.max(0, ...all.map((lateness) => lateness?.lateDaysSpent ?? 0)),
    'exactly',
  );
  return all;
}

function latenessAt({ opening, lateDays }: StudentOpening, submittedAt: Date): Lateness | null {
  const days = daysLate(submittedAt, windowOf(opening, submittedAt).dueAt);
  return days === 0 ? null : latenessOf(days, opening.latePolicy, lateDays);
}

/** Locks the enrollments, because two runs that end at once must not spend the same late day. */
async function lockedOpening(tx: Tx, work: Omit<Work, 'submittedAt'>): Promise<StudentOpening | null> {
  const student = await openingOf(tx, work);
  // Always in the order of their ids: otherwise two teams could wait for each other.
  for (const id of student?.enrollmentIds ?? [])
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'late-days:' + id}, 0))`;
  return student && openingOf(tx, work);
}

async function spend(
  tx: Tx,
  { organizationId, assignment }: Pick<Work, 'organizationId' | 'assignment'>,
  { enrollmentIds }: StudentOpening,
  days: number,
  how: 'at least' | 'exactly',
): Promise<void> {
  for (const enrollmentId of enrollmentIds)
    await spendOne(tx, { organizationId, assignmentId: assignment.id, enrollmentId }, days, how);
}

async function spendOne(
  tx: Tx,
  {
    organizationId,
    assignmentId,
    enrollmentId,
  }: { organizationId: string; assignmentId: string; enrollmentId: string },
  days: number,
  how: 'at least' | 'exactly',
): Promise<void> {
  const key = { enrollmentId_assignmentId: { enrollmentId, assignmentId } };
  const used = (await tx.lateDayUse.findUnique({ where: key }))?.days ?? 0;
  const more = how === 'at least' ? Math.max(0, days - used) : days - used;
  if (more === 0) return;
  await tx.lateDayUse.upsert({
    where: key,
    create: { id: newId(), organizationId, enrollmentId, assignmentId, days: used + more },
    update: { days: used + more },
  });
  await tx.enrollment.update({
    where: { id: enrollmentId },
    data: { lateDaysLeft: { decrement: more } },
    select: { id: true },
  });
}

import { ConflictError, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { isStudying } from './studying.js';

export interface CohortSettings {
  name: string;
  timeZone: string;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** All cohorts, archived ones last, each with how many students are in it. */
export async function cohortsToSettle(tx: Tx, limit = 500) {
  const cohorts = await tx.cohort.findMany({
    orderBy: [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
    take: limit,
  });
  return withStudents(tx, cohorts);
}

/** @throws NotFoundError */
export async function cohortToSettle(tx: Tx, id: string) {
  const cohort = await tx.cohort.findUnique({ where: { id: checkedId(id, 'The cohort') } });
  if (!cohort) throw new NotFoundError('The cohort');
  const [counted = { ...cohort, students: 0 }] = await withStudents(tx, [cohort]);
  return counted;
}

async function withStudents<Cohort extends { id: string }>(
  tx: Tx,
  cohorts: readonly Cohort[],
): Promise<(Cohort & { students: number })[]> {
  const rows = await tx.$queryRaw<{ id: string; students: number }[]>`
    SELECT e.cohort_id::text AS id, count(*)::int AS students FROM enrollments e
    WHERE e.cohort_id = ANY(${cohorts.map(({ id }) => id)}::uuid[]) AND ${isStudying} GROUP BY e.cohort_id`;
  const students = new Map(rows.map((row) => [row.id, row.students]));
  return cohorts.map((cohort) => ({ ...cohort, students: students.get(cohort.id) ?? 0 }));
}

/**
 * Creates a cohort for the organization's oldest track. All published assignments of the track are open to it,
 * without dates.
 * @throws ConflictError if another cohort has, or had, this slug
 */
export async function createCohort(
  tx: Tx,
  { organizationId, slug, ...settings }: CohortSettings & { organizationId: string; slug: string },
): Promise<string> {
  const track = await tx.track.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  if (!track) throw new NotFoundError('A track');
  const id = newId();
  const { count } = await tx.cohort.createMany({
    data: [{ id, organizationId, trackId: track.id, slug, ...settings }],
    skipDuplicates: true,
  });
  if (count === 0)
    throw new ConflictError(`A cohort has the address "${slug}" already. Choose another.`, { field: 'slug' });
  await openAssignments(tx, { organizationId, cohortId: id, trackId: track.id });
  return id;
}

/** Assignments that are published later are opened to the cohort at that time. */
async function openAssignments(
  tx: Tx,
  { organizationId, cohortId, trackId }: { organizationId: string; cohortId: string; trackId: string },
): Promise<void> {
  const published = await tx.assignment.findMany({
    where: { stage: { trackId }, versions: { some: { publishedAt: { not: null } } } },
    select: { id: true },
  });
  await tx.cohortAssignment.createMany({
    data: published.map(({ id }) => ({ id: newId(), organizationId, cohortId, assignmentId: id })),
    skipDuplicates: true,
  });
}

export async function settleCohort(tx: Tx, id: string, settings: CohortSettings): Promise<void> {
  await tx.cohort.update({ where: { id }, data: settings });
}

/** A cohort that is restored also gets the assignments that were published in the meantime. */
export async function archiveCohort(
  tx: Tx,
  cohort: { id: string; organizationId: string; trackId: string },
  archivedAt: Date | null,
): Promise<void> {
  await tx.cohort.update({ where: { id: cohort.id }, data: { archivedAt } });
  if (archivedAt === null) await openAssignments(tx, { ...cohort, cohortId: cohort.id });
}

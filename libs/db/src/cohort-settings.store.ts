import { ConflictError, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

export interface CohortSettings {
  name: string;
  timeZone: string;
  startsAt: Date | null;
  endsAt: Date | null;
}

const shown = { _count: { select: { enrollments: { where: { withdrawnAt: null } } } } } as const;

/** All cohorts, archived ones last, each with how many students are in it. */
export function cohortsToSettle(tx: Tx, limit = 500) {
  return tx.cohort.findMany({
    include: shown,
    orderBy: [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
    take: limit,
  });
}

/** @throws NotFoundError */
export async function cohortToSettle(tx: Tx, id: string) {
  const cohort = await tx.cohort.findUnique({ where: { id: checkedId(id, 'The cohort') }, include: shown });
  if (!cohort) throw new NotFoundError('The cohort');
  return cohort;
}

/**
 * Makes a cohort of the organization's oldest track, with every assignment of it that is published open to the cohort, without
 * dates. @throws ConflictError for a slug that another cohort has, or had
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

/** What is published later opens to the cohort when it is. */
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

/** What was published meanwhile is open to a cohort that comes back. */
export async function archiveCohort(
  tx: Tx,
  cohort: { id: string; organizationId: string; trackId: string },
  archivedAt: Date | null,
): Promise<void> {
  await tx.cohort.update({ where: { id: cohort.id }, data: { archivedAt } });
  if (archivedAt === null) await openAssignments(tx, { ...cohort, cohortId: cohort.id });
}

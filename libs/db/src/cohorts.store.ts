import { NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';

/** Cohorts that are not archived. */
export function listCohorts(tx: Tx, limit = 200) {
  return tx.cohort.findMany({
    where: { archivedAt: null },
    include: { track: true },
    orderBy: { name: 'asc' },
    take: limit,
  });
}

/** The cohorts of a person. */
export function cohortsOf(tx: Tx, userId: string) {
  return tx.cohort.findMany({
    where: { archivedAt: null, enrollments: { some: { userId, withdrawnAt: null } } },
    include: { track: true },
    orderBy: { name: 'asc' },
    take: 50,
  });
}

/** @throws NotFoundError */
export async function cohortBySlug(tx: Tx, slug: string) {
  const cohort = await tx.cohort.findFirst({ where: { slug } });
  if (!cohort) throw new NotFoundError(`The cohort "${slug}"`);
  return cohort;
}

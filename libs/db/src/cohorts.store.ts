import { NotFoundError } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';

export interface CohortRow {
  id: string;
  organizationId: string;
  trackId: string;
  slug: string;
  name: string;
  timeZone: string;
  startsAt: Date | null;
  endsAt: Date | null;
  archivedAt: Date | null;
  track: { id: string; slug: string; title: string; summary: string };
}

const cohorts = Prisma.sql`
  SELECT c.id::text AS id, c.organization_id::text AS "organizationId", c.track_id::text AS "trackId", c.slug, c.name,
    c.time_zone AS "timeZone", c.starts_at AS "startsAt", c.ends_at AS "endsAt", c.archived_at AS "archivedAt",
    json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'summary', t.summary) AS track
  FROM cohorts c JOIN tracks t ON t.id = c.track_id WHERE c.archived_at IS NULL`;

/** Cohorts that are not archived. */
export function listCohorts(tx: Tx, limit = 200): Promise<CohortRow[]> {
  return rowsOf<CohortRow>(tx)`${cohorts} ORDER BY c.name LIMIT ${limit}`;
}

/** Names by cohort id, including archived cohorts. */
export async function cohortNamesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.cohort.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The cohorts of a person. */
export function cohortsOf(tx: Tx, userId: string): Promise<CohortRow[]> {
  return rowsOf<CohortRow>(tx)`${cohorts} AND EXISTS (SELECT 1 FROM enrollments n
    WHERE n.cohort_id = c.id AND n.user_id = ${userId}::uuid AND n.withdrawn_at IS NULL) ORDER BY c.name LIMIT 50`;
}

/** @throws NotFoundError */
export async function cohortBySlug(tx: Tx, slug: string) {
  const cohort = await tx.cohort.findFirst({ where: { slug } });
  if (!cohort) throw new NotFoundError(`The cohort "${slug}"`);
  return cohort;
}

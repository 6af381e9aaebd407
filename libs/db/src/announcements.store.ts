import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { checkedId, newId } from './ids.js';

export interface NewAnnouncement {
  organizationId: string;
  cohortId: string;
  authorId: string;
  title: string;
  text: string;
}

/** Announces something to everyone in the cohort: a trigger writes the notifications in the same transaction. */
export function announce(tx: Tx, announcement: NewAnnouncement) {
  return tx.announcement.create({ data: { id: newId(), ...announcement }, include: shown });
}

export function announcementsSince(tx: Tx, cohortId: string, since: Date): Promise<number> {
  return tx.announcement.count({ where: { cohortId, createdAt: { gte: since } } });
}

interface Page {
  first: number;
  after: string | null;
}

/** A page of a cohort's announcements, newest first. */
export function announcementsOfCohort(tx: Tx, cohortId: string, page: Page) {
  return announcementPage(tx, { cohortId }, page);
}

/** A page of a student's announcements, from the cohorts they are in now. */
export function announcementsFor(tx: Tx, userId: string, page: Page) {
  return announcementPage(tx, { cohort: { enrollments: { some: { userId, withdrawnAt: null } } } }, page);
}

const shown = { cohort: { select: { name: true } } } satisfies Prisma.AnnouncementInclude;

async function announcementPage(tx: Tx, where: Prisma.AnnouncementWhereInput, { first, after }: Page) {
  const rows = await tx.announcement.findMany({
    where,
    include: shown,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
    ...(after ? { cursor: { id: checkedId(after, 'The page') }, skip: 1 } : {}),
  });
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

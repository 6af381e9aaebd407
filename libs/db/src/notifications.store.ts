import { NotFoundError, type NotificationKind } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';
import { rowsOf } from './rows-of.js';

interface Reader {
  organizationId: string;
  userId: string;
}

/** Counting stops here. */
export const MAX_UNREAD = 99;

const shown = {
  assignment: { select: { slug: true, title: true } },
  announcement: { select: { title: true } },
} as const;

/**
 * A reader's own notifications, newest first; `after` is the id of the last one on the page before.
 * @throws NotFoundError for the id of another reader's
 */
export async function notificationsOf(
  tx: Tx,
  { userId }: Reader,
  { first, after }: { first: number; after: string | null },
) {
  const place = after === null ? null : await ownNotification(tx, userId, after);
  const rows = await tx.notification.findMany({
    where: { userId },
    include: shown,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
    ...(place && { cursor: { id: place.id }, skip: 1 }),
  });
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** Counted up to one more than MAX_UNREAD. */
export async function countUnread(tx: Tx, { userId }: Reader): Promise<number> {
  const [found] = await rowsOf<{ count: number }>(tx)`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM notifications WHERE user_id = ${userId}::uuid AND read_at IS NULL LIMIT ${MAX_UNREAD + 1}
    ) AS unread`;
  return found?.count ?? 0;
}

/** Reading one again changes nothing. @throws NotFoundError */
export async function readNotification(tx: Tx, { userId }: Reader, id: string, now: Date): Promise<void> {
  const own = await ownNotification(tx, userId, id);
  await tx.notification.updateMany({ where: { id: own.id, readAt: null }, data: { readAt: now } });
}

export async function readAllNotifications(tx: Tx, { userId }: Reader, now: Date): Promise<void> {
  await tx.notification.updateMany({ where: { userId, readAt: null }, data: { readAt: now } });
}

/** The kinds that a reader also gets by e-mail. */
export async function mailedKinds(tx: Tx, { userId }: Reader): Promise<NotificationKind[]> {
  const rows = await tx.notificationMail.findMany({ where: { userId }, orderBy: { kind: 'asc' } });
  return rows.map(({ kind }) => kind);
}

export async function setMailedKind(
  tx: Tx,
  reader: Reader,
  kind: NotificationKind,
  isMailed: boolean,
): Promise<void> {
  const row = { ...reader, kind };
  if (isMailed) await tx.notificationMail.createMany({ data: [row], skipDuplicates: true });
  else await tx.notificationMail.deleteMany({ where: row });
}

/** The content of a mail about a notification; null if that is gone. */
export function notificationToMail(tx: Tx, id: string) {
  return tx.notification.findUnique({ where: { id }, include: shown });
}

async function ownNotification(tx: Tx, userId: string, id: string): Promise<{ id: string }> {
  const what = 'The notification';
  const row = await tx.notification.findFirst({
    where: { id: checkedId(id, what), userId },
    select: { id: true },
  });
  if (!row) throw new NotFoundError(what);
  return row;
}

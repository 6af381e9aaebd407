import { ConflictError, NotFoundError, PORTFOLIO_LIMITS } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

export interface NewShareLink {
  organizationId: string;
  portfolioId: string;
  label: string;
  tokenHash: string;
  passcodeHash: string | null;
  expiresAt: Date;
}

/** @throws ConflictError when as many are open as may be */
export async function createShareLink(tx: Tx, link: NewShareLink, now: Date): Promise<void> {
  const limit = PORTFOLIO_LIMITS.links;
  const open = await tx.shareLink.count({
    where: { portfolioId: link.portfolioId, revokedAt: null, expiresAt: { gt: now } },
  });
  if (open >= limit)
    throw new ConflictError(`${limit} links are open, which is as many as may be. Revoke one first.`, {
      limit,
    });
  await tx.shareLink.create({ data: { id: newId(), createdAt: now, ...link } });
}

const SHOWN_VIEWS = 20;

/** Newest first, each with its latest views and how many there were; 100 at most. */
export function shareLinksOf(tx: Tx, portfolioId: string) {
  return tx.shareLink.findMany({
    where: { portfolioId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    include: {
      views: { orderBy: { viewedAt: 'desc' }, take: SHOWN_VIEWS, select: { viewedAt: true } },
      _count: { select: { views: true } },
    },
  });
}

/**
 * Revokes a link for good; doing so again changes nothing.
 * @throws NotFoundError
 */
export async function revokeShareLink(tx: Tx, portfolioId: string, id: string, now: Date): Promise<void> {
  const where = { id: checkedId(id, 'The link'), portfolioId };
  if (!(await tx.shareLink.findFirst({ where, select: { id: true } }))) throw new NotFoundError('The link');
  await tx.shareLink.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now } });
}

/**
 * The hash that a passcode is checked against; null if the link has none.
 * @throws NotFoundError
 */
export async function passcodeHashOf(tx: Tx, linkId: string): Promise<string | null> {
  const link = await tx.shareLink.findUnique({ where: { id: linkId }, select: { passcodeHash: true } });
  if (!link) throw new NotFoundError('The link');
  return link.passcodeHash;
}

/**
 * Counts an attempt at a passcode before it is checked, so that simultaneous attempts count as well. Returns when the
 * next attempt is allowed; null if this one is.
 */
export async function takePasscodeTry(tx: Tx, linkId: string, now: Date): Promise<Date | null> {
  const { tries: most, windowMinutes } = PORTFOLIO_LIMITS.passcode;
  const windowMs = windowMinutes * 60_000;
  const began = new Date(now.getTime() - windowMs);
  const rows = await tx.$queryRaw<{ tries: number; since: Date }[]>`
    UPDATE share_links SET
      tries = CASE WHEN tries_since > ${began} THEN tries + 1 ELSE 1 END,
      tries_since = CASE WHEN tries_since > ${began} THEN tries_since ELSE ${now} END
    WHERE id = ${linkId}::uuid RETURNING tries, tries_since AS since`;
  const taken = rows[0];
  return taken && taken.tries > most ? new Date(taken.since.getTime() + windowMs) : null;
}

/** Resets the counter of attempts after the right passcode was given. */
export async function clearPasscodeTries(tx: Tx, linkId: string): Promise<void> {
  await tx.shareLink.updateMany({ where: { id: linkId }, data: { tries: 0, triesSince: null } });
}

export async function recordShareLinkView(
  tx: Tx,
  { organizationId, linkId, now }: { organizationId: string; linkId: string; now: Date },
): Promise<void> {
  await tx.shareLinkView.create({
    data: { id: newId(), organizationId, shareLinkId: linkId, viewedAt: now },
  });
}

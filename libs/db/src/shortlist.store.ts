import { ConflictError, HIRING_LIMITS, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';

interface Manager {
  organizationId: string;
  userId: string;
}

/** A manager's own shortlist, newest first. Candidates who withdrew are not on it. */
export function shortlistOf(tx: Tx, { userId }: Manager) {
  return tx.shortlistEntry.findMany({
    where: { managerId: userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: HIRING_LIMITS.shortlist,
  });
}

/** Adds a candidate, or changes the note. @throws ConflictError when the list is full */
export async function putOnShortlist(
  tx: Tx,
  { organizationId, userId: managerId }: Manager,
  { portfolioId, note }: { portfolioId: string; note: string },
): Promise<void> {
  const limit = HIRING_LIMITS.shortlist;
  const where = { organizationId, managerId };
  const isKnown = (await tx.shortlistEntry.count({ where: { ...where, portfolioId } })) > 0;
  if (!isKnown && (await tx.shortlistEntry.count({ where })) >= limit)
    throw new ConflictError(`A shortlist holds ${limit} candidates. Take one off first.`, { limit });
  await tx.shortlistEntry.upsert({
    where: { organizationId_managerId_portfolioId: { ...where, portfolioId } },
    create: { id: newId(), ...where, portfolioId, note },
    update: { note },
  });
}

/** @throws NotFoundError when the candidate is not on it */
export async function takeOffShortlist(tx: Tx, { userId }: Manager, portfolioId: string): Promise<void> {
  const { count } = await tx.shortlistEntry.deleteMany({ where: { managerId: userId, portfolioId } });
  if (count === 0) throw new NotFoundError('The candidate on your shortlist');
}

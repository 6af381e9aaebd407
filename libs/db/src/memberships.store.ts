import { ConflictError, NotFoundError, type Role } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { rowsOf } from './rows-of.js';

interface MembershipsWanted {
  first: number;
  after?: string | null;
  role?: Role | null;
  /** If set, only these people. */
  userIds?: readonly string[] | null;
}

/** A page of members, by when they joined. `after` is the id of the last membership of the page before. */
export async function membershipPage(tx: Tx, { first, after, role, userIds }: MembershipsWanted) {
  const rows = await tx.membership.findMany({
    where: { ...(role && { role }), ...(userIds && { userId: { in: [...userIds] } }) },
    include: { organization: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: first + 1,
    ...(after ? { cursor: { id: checkedId(after, 'The page') }, skip: 1 } : {}),
  });
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** The memberships of people with these addresses, in lower case. People without any are missing. */
export function membersByEmail(
  tx: Tx,
  emails: readonly string[],
): Promise<{ email: string; userId: string; role: Role }[]> {
  return rowsOf<{ email: string; userId: string; role: Role }>(tx)`
    SELECT email, user_id::text AS "userId", role::text AS role FROM members_by_email(${[...emails]}::text[])`;
}

export function membershipsOfUser(tx: Tx, userId: string) {
  return tx.membership.findMany({
    where: { userId },
    include: { organization: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** @throws NotFoundError */
export async function membershipById(tx: Tx, membershipId: string) {
  const membership = await tx.membership.findUnique({
    where: { id: checkedId(membershipId, 'The membership') },
  });
  if (!membership) throw new NotFoundError('The membership');
  return membership;
}

/** Gives a role; it is no error if they already have it. */
export async function addMembership(tx: Tx, member: { organizationId: string; userId: string; role: Role }) {
  return tx.membership.upsert({
    where: { organizationId_userId_role: member },
    create: { id: newId(), ...member },
    update: {},
  });
}

/**
 * Takes a role away, effective with the next request.
 * @throws NotFoundError; ConflictError when it belongs to the organization's last administrator
 */
export async function removeMembership(tx: Tx, membershipId: string) {
  const membership = await membershipById(tx, membershipId);
  if (membership.role === 'ADMIN') await refuseLastAdministrator(tx, membership.organizationId);
  await tx.membership.delete({ where: { id: membership.id } });
  return membership;
}

/**
 * Gives a person another role in addition to a membership's role, or instead of it if `isInstead`; effective with the
 * next request.
 * @throws NotFoundError; ConflictError when they already have it, or when no administrator would be left
 */
export async function changeRole(
  tx: Tx,
  membershipId: string,
  { role, isInstead }: { role: Role; isInstead: boolean },
) {
  const membership = await membershipById(tx, membershipId);
  const { organizationId, userId } = membership;
  const has = await tx.membership.findUnique({
    where: { organizationId_userId_role: { organizationId, userId, role } },
  });
  if (has) throw new ConflictError('They have this role already.', { field: 'role' });
  if (isInstead && membership.role === 'ADMIN') await refuseLastAdministrator(tx, organizationId);
  if (isInstead) await tx.membership.delete({ where: { id: membership.id } });
  await addMembership(tx, { organizationId, userId, role });
  return membership;
}

/** Whether a role was ever taken away from a person here. If so, they can come back by invitation only. */
export async function wasRemoved(tx: Tx, userId: string): Promise<boolean> {
  const removed = await tx.auditEvent.findFirst({
    where: { action: 'membership.removed', detail: { path: ['userId'], equals: userId } },
    select: { id: true },
  });
  return removed !== null;
}

/**
 * Blocks other administrators from leaving until the transaction ends.
 * @throws ConflictError when only one is left
 */
export async function refuseLastAdministrator(tx: Tx, organizationId: string): Promise<void> {
  // Otherwise two administrators could remove each other at the same time and leave none.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'admins:' + organizationId}, 0))`;
  const admins = await tx.membership.count({ where: { role: 'ADMIN' } });
  if (admins > 1) return;
  throw new ConflictError('This is the last administrator of the organization. Make someone else one first.');
}

/** User ids of everyone who holds one of these roles. */
export async function membersWithRole(tx: Tx, roles: readonly Role[]): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { role: { in: [...roles] } },
    distinct: ['userId'],
    select: { userId: true },
    orderBy: { userId: 'asc' },
  });
  return rows.map(({ userId }) => userId);
}

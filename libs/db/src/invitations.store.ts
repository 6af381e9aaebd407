import { ConflictError, NotFoundError, type Role } from '@holdout/domain';
import { recordAudit } from './audit.store.js';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { addMembership } from './memberships.store.js';
import { enroll } from './organizations.store.js';

export interface NewInvitation {
  organizationId: string;
  cohortId: string | null;
  emailHash: string;
  role: Role;
  /** SHA-256 of the link's token, hex. The token itself is shown once and not kept. */
  tokenHash: string;
  invitedById: string;
  expiresAt: Date;
}

/** @throws NotFoundError when the cohort is not one of this organization. */
export async function createInvitation(tx: Tx, invitation: NewInvitation) {
  if (invitation.cohortId) {
    const cohort = await tx.cohort.findUnique({
      where: { id: checkedId(invitation.cohortId, 'The cohort') },
    });
    if (!cohort) throw new NotFoundError('The cohort');
  }
  return tx.invitation.create({ data: { id: newId(), ...invitation } });
}

export function listInvitations(tx: Tx, limit = 200) {
  return tx.invitation.findMany({ orderBy: { createdAt: 'desc' }, take: limit });
}

/** @throws NotFoundError; ConflictError when it was accepted already. */
export async function revokeInvitation(tx: Tx, invitationId: string) {
  const id = checkedId(invitationId, 'The invitation');
  await tx.invitation.updateMany({ where: { id, status: 'PENDING' }, data: { status: 'REVOKED' } });
  const invitation = await tx.invitation.findUnique({ where: { id } });
  if (!invitation) throw new NotFoundError('The invitation');
  if (invitation.status === 'ACCEPTED') {
    throw new ConflictError('The invitation was accepted already. Remove the membership instead.');
  }
  return invitation;
}

/**
 * Turns an invitation into a membership and, where it names a cohort, an enrollment. Works once.
 * @throws NotFoundError when it is not pending, has expired, or is for another address.
 */
export async function acceptInvitation(
  tx: Tx,
  { tokenHash, userId, emailHash, now }: { tokenHash: string; userId: string; emailHash: string; now: Date },
) {
  const open = { tokenHash, emailHash, status: 'PENDING' as const, expiresAt: { gt: now } };
  const { count } = await tx.invitation.updateMany({ where: open, data: { status: 'ACCEPTED' } });
  if (count === 0) throw new NotFoundError('An open invitation for your address');
  const invitation = await tx.invitation.findUniqueOrThrow({ where: { tokenHash } });
  const { organizationId, role, cohortId } = invitation;
  const membership = await addMembership(tx, { organizationId, userId, role });
  if (cohortId && role === 'STUDENT') {
    await enroll(tx, { organizationId, cohortId, userId });
  }
  await recordAudit(tx, {
    organizationId,
    actorId: userId,
    action: 'invitation.accepted',
    subjectType: 'invitation',
    subjectId: invitation.id,
    detail: { userId, role, cohortId },
  });
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  return { membership, organization };
}

import { ConflictError, NotFoundError, type Role } from '@holdout/domain';
import { recordAudit } from './audit.store.js';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';
import { addMembership } from './memberships.store.js';
import { enroll } from './organizations.store.js';
import { rowsOf } from './rows-of.js';

/** Rows per statement. */
const AT_ONCE = 2_000;

export interface NewInvitation {
  id: string;
  organizationId: string;
  cohortId: string | null;
  emailHash: string;
  /** The address, sealed, for the invitation's letters. */
  sealedEmail: Uint8Array;
  role: Role;
  /** SHA-256 of the link's token, in hex. The token itself is shown once and not stored. */
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
  return tx.invitation.create({
    data: { ...invitation, sealedEmail: Buffer.from(invitation.sealedEmail) },
  });
}

/** Adds many in one statement. The caller has checked that their cohorts belong to this organization. */
export async function createInvitations(tx: Tx, invitations: readonly NewInvitation[]): Promise<void> {
  const column = <K extends keyof NewInvitation>(name: K) =>
    invitations.map((invitation) => invitation[name]);
  await rowsOf(tx)`
    INSERT INTO invitations (id, organization_id, cohort_id, email_hash, sealed_email, role, token_hash, invited_by_id, expires_at)
    SELECT n.id, n.organization_id, n.cohort_id, n.email_hash, n.sealed_email, n.role::"Role", n.token_hash, n.invited_by_id, n.expires_at
    FROM unnest(${column('id')}::uuid[], ${column('organizationId')}::uuid[], ${column('cohortId')}::uuid[],
      ${column('emailHash')}::text[], ${column('sealedEmail')}::bytea[], ${column('role')}::text[], ${column('tokenHash')}::text[],
      ${column('invitedById')}::uuid[], ${column('expiresAt')}::timestamptz[])
      AS n(id, organization_id, cohort_id, email_hash, sealed_email, role, token_hash, invited_by_id, expires_at)`;
}

export interface KnownInvitation {
  id: string;
  emailHash: string;
  role: Role;
  cohortId: string | null;
  isOpen: boolean;
}

/** Invitations to these addresses (given as hashes) that were accepted or are still open, open ones last. */
export async function invitationsOf(tx: Tx, emailHashes: readonly string[]): Promise<KnownInvitation[]> {
  const known: KnownInvitation[] = [];
  for (let i = 0; i < emailHashes.length; i += AT_ONCE) {
    const rows = await tx.invitation.findMany({
      where: {
        emailHash: { in: emailHashes.slice(i, i + AT_ONCE) },
        OR: [{ status: 'ACCEPTED' }, { status: 'PENDING', expiresAt: { gt: new Date() } }],
      },
      select: { id: true, emailHash: true, role: true, cohortId: true, status: true },
    });
    known.push(...rows.map(({ status, ...row }) => ({ ...row, isOpen: status === 'PENDING' })));
  }
  return known.toSorted((one, other) => Number(one.isOpen) - Number(other.isOpen));
}

/** Changes the cohort that each of these invitations leads to. */
export async function pointInvitations(
  tx: Tx,
  places: readonly { invitationId: string; cohortId: string }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE invitations i SET cohort_id = n.cohort_id
    FROM unnest(${places.map(({ invitationId }) => invitationId)}::uuid[], ${places.map(({ cohortId }) => cohortId)}::uuid[])
      AS n(id, cohort_id)
    WHERE i.id = n.id AND i.status = 'PENDING'`;
}

/** The newest invitations, or only those to one address (given as a hash). */
export function listInvitations(tx: Tx, emailHash: string | null, limit: number) {
  return tx.invitation.findMany({
    ...(emailHash !== null && { where: { emailHash } }),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

/** @throws NotFoundError */
export async function invitationById(tx: Tx, id: string) {
  const invitation = await tx.invitation.findUnique({ where: { id } });
  if (!invitation) throw new NotFoundError('The invitation');
  return invitation;
}

/** @throws NotFoundError; ConflictError when it was accepted already. */
export async function revokeInvitation(tx: Tx, invitationId: string) {
  const id = checkedId(invitationId, 'The invitation');
  await tx.invitation.updateMany({ where: { id, status: 'PENDING' }, data: { status: 'REVOKED' } });
  const invitation = await invitationById(tx, id);
  if (invitation.status === 'ACCEPTED') {
    throw new ConflictError('The invitation was accepted already. Remove the membership instead.');
  }
  return invitation;
}

/** Digests of the links of all open invitations to an address (given as a hash). */
export async function openInvitationsFor(tx: Tx, emailHash: string, now: Date): Promise<string[]> {
  const open = await tx.invitation.findMany({
    where: { emailHash, status: 'PENDING', expiresAt: { gt: now } },
    select: { tokenHash: true },
    take: 20,
  });
  return open.map(({ tokenHash }) => tokenHash);
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
  const hadRole = await tx.membership.count({ where: { userId, role } });
  const membership = await addMembership(tx, { organizationId, userId, role });
  const place = role === 'STUDENT' && cohortId ? { cohortId, userId } : null;
  const hadPlace = place && (await tx.enrollment.count({ where: { ...place, withdrawnAt: null } }));
  const enrollment = place && (await enroll(tx, { organizationId, ...place }));
  await tx.invitation.update({
    where: { id: invitation.id },
    data: {
      acceptedAt: now,
      acceptedById: userId,
      gaveMembershipId: hadRole > 0 ? null : membership.id,
      gaveEnrollmentId: hadPlace ? null : (enrollment?.id ?? null),
    },
  });
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

import { ConflictError, INVITATION_MAIL_LIMITS as LIMITS } from '@holdout/domain';
import type { Tx } from './database.js';
import { invitationById } from './invitations.store.js';
import { rowsOf } from './rows-of.js';

export interface NewLetter {
  invitationId: string;
  /** The last part of the link, sealed for the invitation. */
  secret: Uint8Array;
}

/**
 * Queues letters of open invitations for a worker, replacing those that still wait. Returns the invitations that will
 * be mailed: letters beyond what an address may get, or an organization may send, within a day are not.
 */
export async function leaveInvitationLetters(tx: Tx, letters: readonly NewLetter[]): Promise<Set<string>> {
  if (letters.length === 0) return new Set();
  const rows = await rowsOf<{ id: string }>(tx)`
    SELECT id::text FROM leave_invitation_letters(${letters.map(({ invitationId }) => invitationId)}::uuid[],
      ${letters.map(({ secret }) => secret)}::bytea[], ${LIMITS.perAddress}::int, ${LIMITS.perOrganization}::int,
      ${LIMITS.perSecond}::int) AS id`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Gives an open invitation a new link, valid for as long as that of a new invitation. The previous link stops
 * working.
 * @throws NotFoundError; ConflictError when the invitation is no longer open, or its address is no longer kept
 */
export async function renewInvitation(
  tx: Tx,
  id: string,
  { tokenHash, expiresAt }: { tokenHash: string; expiresAt: Date },
): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: { id, status: 'PENDING', sealedEmail: { not: null } },
    data: { tokenHash, expiresAt },
  });
  if (count > 0) return;
  const { status } = await invitationById(tx, id);
  throw new ConflictError(
    status === 'PENDING'
      ? 'The address of this invitation is not kept. Invite the person again.'
      : 'The invitation was accepted or withdrawn already. Invite the person again, if they should have the role.',
  );
}

/** Sealed addresses by invitation id, for those of these invitations that are open. */
export async function sealedAddressesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const rows = await tx.invitation.findMany({
    where: { id: { in: [...ids] }, sealedEmail: { not: null } },
    select: { id: true, sealedEmail: true },
  });
  return new Map(rows.flatMap(({ id, sealedEmail }) => (sealedEmail ? [[id, sealedEmail] as const] : [])));
}

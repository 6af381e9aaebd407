import { Inject, Injectable } from '@nestjs/common';
import {
  Database,
  PersonalData,
  acceptInvitation,
  checkedId,
  cohortNamesOf,
  createInvitation,
  invitationById,
  invitationsOf,
  leaveInvitationLetters,
  listInvitations,
  membersByEmail,
  organizationSettings,
  registerPerson,
  renewInvitation,
  revokeInvitation,
  type Tx,
} from '@holdout/db';
import {
  AlreadyMemberError,
  ConflictError,
  INVITATION_MAIL_LIMITS,
  NotFoundError,
  RateLimitedError,
  type InvitationStatus,
  type LetterState,
  type Role,
} from '@holdout/domain';
import DataLoader from 'dataloader';
import { putOnRecord } from '../audit/put-on-record.js';
import { tokenHash } from '../auth/secret-token.js';
import { checkedPageSize } from '../graphql/paging.js';
import { checkedEmail } from '../graphql/checked-email.js';
import { assertWholeAccount } from '../operation/access.js';
import type { Operation } from '../operation/operation.js';
import { brandingOf } from '../organizations/branding.js';
import { InvitationDrafts } from './invitation-drafts.js';
import { shownProblem } from './letter-problem.js';
import type {
  AcceptedInvitationType,
  InvitationType,
  InvitedToType,
  InviteInput,
} from './invitations.types.js';

interface InvitationRow {
  id: string;
  role: Role;
  status: InvitationStatus;
  cohortId: string | null;
  createdAt: Date;
  expiresAt: Date;
  letter: LetterState;
  letterAt: Date | null;
  letterProblem: string | null;
  sealedEmail: Uint8Array | null;
}

const cohortNames = (operation: Operation) =>
  new DataLoader<string, string | null>(async (ids) => {
    const names = await cohortNamesOf(await operation.tx(), ids);
    return ids.map((id) => names.get(id) ?? null);
  });

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    @Inject(PersonalData) private readonly personal: PersonalData,
    private readonly drafts: InvitationDrafts,
  ) {}

  /** @throws BadUserInputError */
  async list(operation: Operation, email: string | null, first: number): Promise<InvitationType[]> {
    const emailHash = email?.trim() ? this.personal.emailHash(checkedEmail(email)) : null;
    const invitations = await listInvitations(await operation.tx(), emailHash, checkedPageSize(first));
    return Promise.all(invitations.map((invitation) => this.described(operation, invitation)));
  }

  /**
   * Creates a link that works once and for this address only, and mails it.
   * @throws BadUserInputError; NotFoundError for the cohort; AlreadyMemberError; ConflictError while the same
   *   invitation is open
   */
  async invite(operation: Operation, { email, role, cohortId }: InviteInput): Promise<InvitationType> {
    const address = checkedEmail(email);
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    await refuseMember(tx, address, role);
    await this.refuseInvited(tx, address, { role, cohortId: cohortId ?? null });
    const { invitation, letter, link } = this.drafts.draft({
      organizationId: organization.id,
      invitedById: userId,
      email: address,
      role,
      cohortId: cohortId ?? null,
      now: operation.startedAt,
    });
    await createInvitation(tx, invitation);
    await leaveInvitationLetters(tx, [letter]);
    await putOnRecord(operation, {
      action: 'invitation.created',
      subjectType: 'invitation',
      subjectId: invitation.id,
      detail: { role },
    });
    return this.described(operation, await invitationById(tx, invitation.id), link);
  }

  /**
   * Mails an invitation again with a new link, which is valid for as long as that of a new invitation.
   * @throws NotFoundError; ConflictError when it is no longer open, or its address is no longer kept;
   *   RateLimitedError
   */
  async sendAgain(operation: Operation, id: string): Promise<InvitationType> {
    const tx = await operation.tx();
    const { id: invitationId, role } = await invitationById(tx, checkedId(id, 'The invitation'));
    const { letter, link, ...opens } = this.drafts.draftLink(invitationId, operation.startedAt);
    await renewInvitation(tx, invitationId, opens);
    if ((await leaveInvitationLetters(tx, [letter])).size === 0) throw tooManyLetters();
    await putOnRecord(operation, {
      action: 'invitation.sent-again',
      subjectType: 'invitation',
      subjectId: invitationId,
      detail: { role },
    });
    return this.described(operation, await invitationById(tx, invitationId), link);
  }

  /** @throws NotFoundError, ConflictError when it was already accepted */
  async revoke(operation: Operation, id: string): Promise<InvitationType> {
    const invitation = await revokeInvitation(await operation.tx(), id);
    await putOnRecord(operation, {
      action: 'invitation.revoked',
      subjectType: 'invitation',
      subjectId: invitation.id,
      detail: { role: invitation.role },
    });
    return this.described(operation, invitation);
  }

  /** Null if there is no open invitation for this token. */
  async invitedTo(token: string): Promise<InvitedToType | null> {
    const found = await this.database.system.invitationByToken(tokenHash(token));
    if (!found) return null;
    const { id, organizationId } = found;
    return this.database.inTenant({ organizationId, userId: null }, async (tx) => {
      const { name, slug, logoDigest } = await organizationSettings(tx, organizationId);
      const { logoUrl } = brandingOf(slug, { logo: logoDigest });
      return { organizationName: name, logoUrl, role: (await invitationById(tx, id)).role };
    });
  }

  /** For somebody who has an account. @throws NotFoundError when no such invitation is open for their address */
  async accept(operation: Operation, token: string): Promise<AcceptedInvitationType> {
    const viewer = await operation.signedIn();
    const { userId, email, name } = viewer;
    const hash = tokenHash(token);
    const found = await this.database.system.invitationByToken(hash);
    if (!found) throw new NotFoundError('An open invitation for your address');
    if (found.organizationId !== viewer.boundTo) assertWholeAccount(viewer);
    // The viewer is not a member yet, so the operation's own transaction cannot be used.
    return this.database.inTenant({ organizationId: found.organizationId, userId }, async (tx) => {
      await registerPerson(tx, this.personal, { id: userId, displayName: name });
      const emailHash = this.personal.emailHash(email);
      const accepted = await acceptInvitation(tx, {
        tokenHash: hash,
        userId,
        emailHash,
        now: operation.startedAt,
      });
      const { id, slug, name: organizationName } = accepted.organization;
      return { organization: { id, slug, name: organizationName }, role: accepted.membership.role };
    });
  }

  private async refuseInvited(
    tx: Tx,
    email: string,
    wanted: { role: Role; cohortId: string | null },
  ): Promise<void> {
    const known = await invitationsOf(tx, [this.personal.emailHash(email)]);
    const isSame = ({ isOpen, role, cohortId }: (typeof known)[number]) =>
      isOpen && role === wanted.role && cohortId === wanted.cohortId;
    if (!known.some(isSame)) return;
    throw new ConflictError(
      `${email} already has an open invitation like this one. Send it again, or revoke it, in the list of invitations.`,
      { field: 'email' },
    );
  }

  private async described(
    operation: Operation,
    { cohortId, sealedEmail, letterProblem, ...invitation }: InvitationRow,
    link: string | null = null,
  ): Promise<InvitationType> {
    const cohortName = cohortId && (await operation.shared(cohortNames).load(cohortId));
    const isOpen = invitation.status === 'PENDING';
    const isExpired = isOpen && invitation.expiresAt <= operation.startedAt;
    return {
      ...invitation,
      isExpired,
      link,
      cohortName,
      maySend: isOpen && sealedEmail !== null,
      letterProblem: shownProblem(letterProblem),
    };
  }
}

/**
 * Only for callers who may know who is a member.
 * @throws AlreadyMemberError
 */
export async function refuseMember(tx: Tx, email: string, wanted: Role): Promise<void> {
  const found = await membersByEmail(tx, [email.toLowerCase()]);
  if (found.length === 0) return;
  const has = found.map(({ role }) => role);
  throw new AlreadyMemberError(email, has, wanted);
}

function tooManyLetters(): RateLimitedError {
  const { perAddress: limit } = INVITATION_MAIL_LIMITS;
  return new RateLimitedError(
    `This person was mailed ${limit} times within a day, or your organization has sent as much as it may. Try again tomorrow; the link that they have still works.`,
    { limit },
  );
}

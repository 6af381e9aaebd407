import { Inject, Injectable } from '@nestjs/common';
import {
  Database,
  PersonalData,
  acceptInvitation,
  cohortNamesOf,
  createInvitation,
  invitationById,
  listInvitations,
  organizationSettings,
  recordAudit,
  registerPerson,
  revokeInvitation,
} from '@holdout/db';
import { NotFoundError, type InvitationStatus, type Role } from '@holdout/domain';
import DataLoader from 'dataloader';
import { VALID_FOR_MS, invitationLink } from '../auth/invitation-token.js';
import { newToken, tokenHash } from '../auth/secret-token.js';
import { checkedPageSize } from '../graphql/paging.js';
import { checkedEmail } from '../graphql/checked-email.js';
import { assertWholeAccount } from '../operation/access.js';
import type { Operation } from '../operation/operation.js';
import { brandingOf } from '../organizations/branding.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
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
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws BadUserInputError */
  async list(operation: Operation, email: string | null, first: number): Promise<InvitationType[]> {
    const emailHash = email?.trim() ? this.personal.emailHash(checkedEmail(email)) : null;
    const invitations = await listInvitations(await operation.tx(), emailHash, checkedPageSize(first));
    return Promise.all(invitations.map((invitation) => this.described(operation, invitation)));
  }

  /** Makes a link that works once, for this address only. @throws BadUserInputError, NotFoundError for the cohort */
  async invite(operation: Operation, { email, role, cohortId }: InviteInput): Promise<InvitationType> {
    const address = checkedEmail(email);
    const { organization, userId } = await operation.member();
    const token = newToken();
    const tx = await operation.tx();
    const invitation = await createInvitation(tx, {
      organizationId: organization.id,
      cohortId: cohortId ?? null,
      emailHash: this.personal.emailHash(address),
      role,
      tokenHash: tokenHash(token),
      invitedById: userId,
      expiresAt: new Date(operation.startedAt.getTime() + VALID_FOR_MS),
    });
    await this.audit(operation, 'invitation.created', invitation.id, { role });
    return this.described(operation, invitation, invitationLink(this.config.PUBLIC_URL, token));
  }

  /** @throws NotFoundError, ConflictError when it was accepted already */
  async revoke(operation: Operation, id: string): Promise<InvitationType> {
    const invitation = await revokeInvitation(await operation.tx(), id);
    await this.audit(operation, 'invitation.revoked', invitation.id, { role: invitation.role });
    return this.described(operation, invitation);
  }

  /** Null when no such invitation is open. */
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
    // The viewer is no member yet, so this is not the operation's own transaction.
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

  private async described(
    operation: Operation,
    { id, role, status, cohortId, createdAt, expiresAt }: InvitationRow,
    link: string | null = null,
  ): Promise<InvitationType> {
    const cohortName = cohortId && (await operation.shared(cohortNames).load(cohortId));
    const isExpired = status === 'PENDING' && expiresAt <= operation.startedAt;
    return { id, role, status, createdAt, expiresAt, isExpired, link, cohortName };
  }

  private async audit(operation: Operation, action: string, id: string, detail: object): Promise<void> {
    const { organization, userId } = await operation.member();
    await recordAudit(await operation.tx(), {
      organizationId: organization.id,
      actorId: userId,
      action,
      subjectType: 'invitation',
      subjectId: id,
      detail,
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { MailSecrets, PersonalData, newId, type NewInvitation, type NewLetter } from '@holdout/db';
import type { Role } from '@holdout/domain';
import { VALID_FOR_MS, invitationLink } from '../auth/invitation-token.js';
import { newToken, tokenHash } from '../auth/secret-token.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';

interface Invited {
  organizationId: string;
  invitedById: string;
  email: string;
  role: Role;
  cohortId: string | null;
  now: Date;
}

/**
 * The link of an invitation before it is stored. Only its hash is kept: the link is shown once, in the mail and to
 * the inviter.
 */
export interface InvitationLinkDraft {
  tokenHash: string;
  expiresAt: Date;
  letter: NewLetter;
  link: string;
}

export interface InvitationDraft extends Pick<InvitationLinkDraft, 'letter' | 'link'> {
  invitation: NewInvitation;
}

/**
 * Prepares invitations with their letters. An address is kept as a hash, to look it up, and sealed, for the letter.
 */
@Injectable()
export class InvitationDrafts {
  private readonly secrets: MailSecrets;

  constructor(
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {
    this.secrets = new MailSecrets(config.HOLDOUT_DEPLOYMENT_SECRET);
  }

  draft({ email, now, ...invited }: Invited): InvitationDraft {
    const id = newId();
    const { letter, link, ...opens } = this.draftLink(id, now);
    const emailHash = this.personal.emailHash(email);
    const sealedEmail = this.secrets.sealAddress(id, email);
    return { invitation: { id, ...invited, emailHash, sealedEmail, ...opens }, letter, link };
  }

  /** The address of an invited person, to show to those who invited them. */
  addressOf(invitationId: string, sealedEmail: Uint8Array): string {
    return this.secrets.unsealAddress(invitationId, sealedEmail);
  }

  /** A new link for an existing invitation. */
  draftLink(invitationId: string, now: Date): InvitationLinkDraft {
    const token = newToken();
    return {
      tokenHash: tokenHash(token),
      expiresAt: new Date(now.getTime() + VALID_FOR_MS),
      letter: { invitationId, secret: this.secrets.seal(invitationId, token) },
      link: invitationLink(this.config.PUBLIC_URL, token),
    };
  }
}

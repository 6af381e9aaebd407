import type { Role } from '@holdout/domain';
import type { PrismaClient } from './generated/client.js';

export type MailKind = 'PASSWORD_RESET' | 'PASSWORD_CHANGED' | 'NOTIFICATION' | 'INVITATION';

export interface MailRecipient {
  address: string;
  name: string;
  /** The organization of the notification that the mail is about. */
  organizationId: string | null;
}

/** The content of an invitation's letter, and its recipient. */
export interface InvitationLetter {
  sealedEmail: Uint8Array;
  /** Null if the account is gone. */
  invitedBy: string | null;
  organization: string;
  role: Role;
  /** For students. */
  cohort: string | null;
  expiresAt: Date;
  timeZone: string;
}

export interface WaitingMail {
  id: string;
  /** The account, or the invitation if the kind is INVITATION. */
  recipientId: string;
  kind: MailKind;
  secret: Uint8Array | null;
  notificationId: string | null;
  /** The number of failed attempts so far. */
  failures: number;
  expiresAt: Date;
  createdAt: Date;
}

export interface MailState {
  waiting: number;
  /** How long the oldest mail that is still being tried has waited; 0 if there is none. */
  oldestSeconds: number;
  /** Mail of the last 30 days that no server accepted. */
  givenUp: number;
}

/** How long mail that was given up, and the address of an invitation that nobody accepted, are kept. */
const KEPT_DAYS = 30;
const FAILURE_CHARACTERS = 500;

/** The table of mail to be sent, which belongs to no tenant. */
export class OutgoingMail {
  constructor(private readonly client: PrismaClient) {}

  /** The next mail that is due, reserved for the caller until the lease ends. If the caller is killed, another one gets it. */
  async takeNext(leaseSeconds: number): Promise<WaitingMail | null> {
    const rows = await this.client.$queryRaw<WaitingMail[]>`
      UPDATE outgoing_mail SET due_at = now() + make_interval(secs => ${leaseSeconds}::int)
      WHERE id = (
        SELECT id FROM outgoing_mail WHERE due_at <= now() AND given_up_at IS NULL
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, recipient_id AS "recipientId", kind, secret, failures,
        notification_id AS "notificationId", expires_at AS "expiresAt", created_at AS "createdAt"`;
    return rows[0] ?? null;
  }

  /** Null when the account is gone, or the membership that a notification was for. */
  async recipientOf(id: string): Promise<MailRecipient | null> {
    const rows = await this.client.$queryRaw<MailRecipient[]>`
      SELECT address, name, organization_id AS "organizationId" FROM mail_recipient(${id}::uuid)`;
    return rows[0] ?? null;
  }

  /** Null if the invitation is no longer open, or its organization is archived. */
  async invitationLetter(id: string): Promise<InvitationLetter | null> {
    const rows = await this.client.$queryRaw<InvitationLetter[]>`
      SELECT sealed_email AS "sealedEmail", invited_by AS "invitedBy", organization, role::text AS role, cohort,
        expires_at AS "expiresAt", time_zone AS "timeZone"
      FROM invitation_letter(${id}::uuid)`;
    return rows[0] ?? null;
  }

  /** Deletes a mail that a server accepted. */
  async sent(id: string): Promise<void> {
    await this.client.$executeRaw`SELECT mail_sent(${id}::uuid)`;
  }

  /** Deletes a mail that has no recipient any more. */
  async remove(id: string): Promise<void> {
    await this.client.$executeRaw`DELETE FROM outgoing_mail WHERE id = ${id}::uuid`;
  }

  async postpone(id: string, seconds: number, failure: string): Promise<void> {
    await this.client.$executeRaw`
      UPDATE outgoing_mail SET failures = failures + 1, last_failure = ${short(failure)},
        due_at = now() + make_interval(secs => ${seconds}::int)
      WHERE id = ${id}::uuid`;
  }

  /** Gives a mail up. That it failed stays visible for a while, but its secret is deleted. */
  async giveUp(id: string, failure: string): Promise<void> {
    await this.client.$executeRaw`
      UPDATE outgoing_mail SET failures = failures + 1, last_failure = ${short(failure)}, given_up_at = now(), secret = NULL
      WHERE id = ${id}::uuid`;
  }

  async prune(): Promise<void> {
    await this.client.$executeRaw`
      DELETE FROM outgoing_mail WHERE given_up_at < now() - make_interval(days => ${KEPT_DAYS}::int)`;
    await this.client.$executeRaw`SELECT forget_invited_addresses(${KEPT_DAYS}::int)`;
  }

  async state(): Promise<MailState> {
    const rows = await this.client.$queryRaw<MailState[]>`
      SELECT count(*) FILTER (WHERE given_up_at IS NULL)::int AS waiting,
        coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE given_up_at IS NULL)), 0)::float8 AS "oldestSeconds",
        count(*) FILTER (WHERE given_up_at IS NOT NULL)::int AS "givenUp"
      FROM outgoing_mail`;
    return rows[0] ?? { waiting: 0, oldestSeconds: 0, givenUp: 0 };
  }
}

function short(failure: string): string {
  return failure.slice(0, FAILURE_CHARACTERS);
}

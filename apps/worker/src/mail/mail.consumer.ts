import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import {
  Database,
  MailSecrets,
  notificationToMail,
  type MailKind,
  type MailRecipient,
  type WaitingMail,
} from '@holdout/db';
import { JobQueues, sendMail } from '@holdout/jobs';
import { pauseAfter } from '../platform/pause-after.js';
import { WORKER_CONFIG } from '../platform/tokens.js';
import { letterOf, letterOfInvitation, letterOfNotification, type Text } from './letters.js';
import { CONNECTIONS, LetterRefusedError, Mailer, type Letter } from './mailer.js';

type Unsent = Omit<Letter, 'id'>;
type AccountMail = WaitingMail & { kind: Exclude<MailKind, 'INVITATION'> };

/** Must be longer than a server can take to accept a letter. */
const LEASE_SECONDS = 120;

/**
 * Sends the rows of the outgoing mail table. A letter's row is deleted once a server has accepted it. Only if a worker is
 * killed between the two does the letter go out again, under the same message id.
 */
@Injectable()
export class MailConsumer {
  private readonly mailer: Mailer;
  private readonly secrets: MailSecrets;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {
    this.mailer = new Mailer(config);
    this.secrets = new MailSecrets(config.HOLDOUT_DEPLOYMENT_SECRET);
  }

  async start(): Promise<void> {
    if (!this.config.SMTP_URL)
      this.logger.warn('SMTP_URL is not set: mail waits in the database and is given up when it is too old');
    // Several letters at a time, so that a slow one does not hold up the others.
    this.queues.consume(sendMail, () => this.sendDue(), { concurrency: CONNECTIONS });
    await this.queues.schedule(sendMail, this.config.WORKER_ROUND_MS);
  }

  /** Finishes the current letters; the others wait in the database. */
  stop(): void {
    this.isStopping = true;
  }

  /** Closes the connections to the server. */
  close(): void {
    this.mailer.close();
  }

  /** Never throws: what fails is due again later. */
  private async sendDue(): Promise<void> {
    try {
      await this.database.mail.prune();
      while (!this.isStopping) {
        const mail = await this.database.mail.takeNext(LEASE_SECONDS);
        if (!mail) return;
        await this.deliver(mail);
      }
    } catch (error) {
      this.logger.error({ err: error }, 'mail could not be sent; the next round tries again');
    }
  }

  private async deliver(mail: WaitingMail): Promise<void> {
    const { id, kind, failures } = mail;
    try {
      if (mail.expiresAt <= new Date()) throw new LetterRefusedError('It is too old to be worth sending.');
      await this.send(mail);
    } catch (error) {
      const reason = withoutAddresses(error instanceof Error ? error.message : String(error));
      if (error instanceof LetterRefusedError) {
        this.logger.error({ mailId: id, kind, failures, reason }, 'a mail was given up');
        return this.database.mail.giveUp(id, reason);
      }
      const seconds = pauseAfter(failures);
      this.logger.error({ mailId: id, kind, failures, seconds, reason }, 'a mail could not be sent');
      await this.database.mail.postpone(id, seconds, reason);
    }
  }

  private async send(mail: WaitingMail): Promise<void> {
    const { kind } = mail;
    const letter = await (kind === 'INVITATION' ? this.invitation(mail) : this.toAccount({ ...mail, kind }));
    if (!letter) return this.database.mail.remove(mail.id);
    await this.mailer.send({ id: mail.id, ...letter });
    await this.database.mail.sent(mail.id);
  }

  /** Null if the invitation is no longer open. */
  private async invitation({ id, recipientId, secret }: WaitingMail): Promise<Unsent | null> {
    const told = secret && (await this.database.mail.invitationLetter(id));
    if (!told) return null;
    const { sealedEmail, ...facts } = told;
    const address = this.secrets.unsealAddress(recipientId, sealedEmail);
    const token = this.secrets.unseal(recipientId, secret);
    return {
      to: { address, name: '' },
      ...letterOfInvitation({ ...facts, publicUrl: this.publicUrl(), token }),
    };
  }

  /** Null if the account or membership has ended, or if there is nothing left to report. */
  private async toAccount(mail: AccountMail): Promise<Unsent | null> {
    const to = await this.database.mail.recipientOf(mail.id);
    const text = to && (await this.text(mail, to));
    return text && { to, ...text };
  }

  private async text(
    { kind, recipientId, secret, notificationId }: AccountMail,
    { name, organizationId }: MailRecipient,
  ): Promise<Text | null> {
    const publicUrl = this.publicUrl();
    if (kind !== 'NOTIFICATION')
      return letterOf(kind, { name, publicUrl, secret: secret && this.secrets.unseal(recipientId, secret) });
    if (!organizationId || !notificationId) return null;
    const told = await this.database.inTenant({ organizationId, userId: null }, (tx) =>
      notificationToMail(tx, notificationId),
    );
    return told && letterOfNotification({ name, publicUrl, ...told });
  }

  private publicUrl(): string {
    return this.config.PUBLIC_URL.replace(/\/$/, '');
  }
}

/**
 * Servers repeat the refused address in their reply. The row says whose mail it was; addresses are kept out of logs and
 * tables.
 */
function withoutAddresses(reason: string): string {
  return reason.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;]+/g, '(address)');
}

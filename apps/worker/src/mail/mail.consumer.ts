import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database, MailSecrets, notificationToMail, type MailRecipient, type WaitingMail } from '@holdout/db';
import { JobQueues, sendMail } from '@holdout/jobs';
import { WORKER_CONFIG } from '../platform/tokens.js';
import { letterOf, letterOfNotification, type Text } from './letters.js';
import { CONNECTIONS, LetterRefusedError, Mailer } from './mailer.js';

const SEND_MS = 1_000;
/** Longer than a server can keep a letter waiting. */
const LEASE_SECONDS = 120;
const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 3_600;

/**
 * Sends what stands in the table of outgoing mail. A letter is removed once a server has taken it: only a worker that is
 * killed between the two makes it go out again, under the same message id.
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
    // A server that keeps one letter waiting holds up no other.
    this.queues.consume(sendMail, () => this.sendDue(), { concurrency: CONNECTIONS });
    await this.queues.schedule(sendMail, SEND_MS);
  }

  /** Letters in hand are finished; the others wait in the database. */
  stop(): void {
    this.isStopping = true;
  }

  /** What the server holds open ends here. */
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
      await this.database.mail.remove(id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof LetterRefusedError) {
        this.logger.error({ mailId: id, kind, failures, reason }, 'a mail was given up');
        return this.database.mail.giveUp(id, reason);
      }
      const seconds = Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** failures);
      this.logger.error({ mailId: id, kind, failures, seconds, reason }, 'a mail could not be sent');
      await this.database.mail.postpone(id, seconds, reason);
    }
  }

  private async send(mail: WaitingMail): Promise<void> {
    const to = await this.database.mail.recipientOf(mail.id);
    if (!to) return; // the account or the membership ended meanwhile
    const letter = await this.letter(mail, to);
    if (letter) await this.mailer.send({ id: mail.id, to, ...letter });
  }

  /** Null when there is nothing to tell any more. */
  private async letter(
    { kind, recipientId, secret, notificationId }: WaitingMail,
    { name, organizationId }: MailRecipient,
  ): Promise<Text | null> {
    const publicUrl = this.config.PUBLIC_URL.replace(/\/$/, '');
    if (kind !== 'NOTIFICATION')
      return letterOf(kind, {
        ...{ name, publicUrl },
        secret: secret && this.secrets.unseal(recipientId, secret),
      });
    if (!organizationId || !notificationId) return null;
    const told = await this.database.inTenant({ organizationId, userId: null }, (tx) =>
      notificationToMail(tx, notificationId),
    );
    return told && letterOfNotification({ ...{ name, publicUrl }, ...told });
  }
}

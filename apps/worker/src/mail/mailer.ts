import { createTransport, type Transporter } from 'nodemailer';
import type { WorkerConfig } from '@holdout/config';

export interface Letter {
  /** Stays the same when a letter is sent again, so that a receiver can tell. */
  id: string;
  to: { address: string; name: string };
  /** In place of the name of whoever sends mail here. */
  from?: string;
  subject: string;
  text: string;
}

/** The receiver will not have this letter, however often it is tried. */
export class LetterRefusedError extends Error {
  override readonly name = 'LetterRefusedError';
}

/** Letters handed to the server at once. */
export const CONNECTIONS = 4;
/** Shorter than the lease of a mail together, whatever the server does. */
const TIMEOUTS = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 8_000,
  dnsTimeout: 5_000,
};

/** The SMTP client, of the server that SMTP_URL names. */
export class Mailer {
  private readonly transport: Transporter | null;
  private readonly from: string;
  private readonly host: string;

  constructor({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: WorkerConfig) {
    this.host = new URL(PUBLIC_URL).hostname;
    this.from = MAIL_FROM ?? `Holdout <no-reply@${this.host}>`;
    this.transport = SMTP_URL
      ? createTransport({ url: SMTP_URL, pool: true, maxConnections: CONNECTIONS, ...TIMEOUTS })
      : null;
  }

  /** @throws LetterRefusedError when trying again is of no use; any other error when it may be */
  async send({ id, to, from, subject, text }: Letter): Promise<void> {
    if (!this.transport) throw new Error('There is no mail server: set SMTP_URL.');
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${this.host}>`,
        from: from ? { name: from, address: addressIn(this.from) } : this.from,
        to,
        subject,
        text,
        // Keeps out-of-office replies away.
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw isFinal(error) ? new LetterRefusedError((error as Error).message, { cause: error }) : error;
    }
  }

  close(): void {
    this.transport?.close();
  }
}

/** A refused sender or password is the operator's to put right; a refused recipient or letter is nobody's. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** "Holdout <post@example.org>" and "post@example.org" are how senders are written. */
function addressIn(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
}

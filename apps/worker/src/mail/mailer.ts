import { createTransport, type Transporter } from 'nodemailer';
import type { WorkerConfig } from '@holdout/config';

export interface Letter {
  /** Stays the same when a letter is sent again, so that the receiver can recognize the repetition. */
  id: string;
  to: { address: string; name: string };
  /** Replaces the name of the deployment's sender. */
  from?: string;
  subject: string;
  text: string;
}

/** The receiver will never accept this letter, however often it is tried. */
export class LetterRefusedError extends Error {
  override readonly name = 'LetterRefusedError';
}

/** Letters sent at the same time. */
export const CONNECTIONS = 4;
/** Together shorter than a letter's lease, whatever the server does. */
const TIMEOUTS = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 8_000,
  dnsTimeout: 5_000,
};

/** The SMTP client for the server in SMTP_URL. */
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

  /** @throws LetterRefusedError if trying again is useless; any other error if it may help */
  async send({ id, to, from, subject, text }: Letter): Promise<void> {
    if (!this.transport) throw new Error('There is no mail server: set SMTP_URL.');
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${this.host}>`,
        from: from ? { name: from, address: addressIn(this.from) } : this.from,
        to,
        subject,
        text,
        // Prevents out-of-office replies.
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

/** A refused sender or password is something the operator can fix, so it is not final. A refused recipient or letter is. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** The address in a sender written as "Holdout <post@example.org>" or "post@example.org". */
function addressIn(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
}

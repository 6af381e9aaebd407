import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { until } from './until.js';

/** What the server says to a recipient; null keeps the client waiting. */
type Answer = 'ok' | { code: number } | null;

/** An SMTP server that keeps what it takes, and answers as a test wants. */
export class MailServer {
  readonly taken: Email[] = [];
  /** Recipients in the order in which they were asked for, also those that were refused. */
  readonly asked: string[] = [];
  answer: (recipient: string) => Answer = () => 'ok';

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => mail.receive(address, done),
      onData: (stream, _session, done) => {
        buffer(stream)
          .then((bytes) => PostalMime.parse(bytes))
          .then((email) => (mail.taken.push(email), done(null)), done);
      },
    });
    const mail = new MailServer(server);
    server.on('error', () => undefined); // a worker that is killed hangs up
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** As it was when it started. */
  forget(): void {
    this.answer = () => 'ok';
    this.taken.length = this.asked.length = 0;
  }

  /** The mail to an address once it is there. */
  async mailTo(address: string, nth = 1): Promise<Email> {
    const found = () => this.taken.filter(({ to }) => to?.some((one) => one.address === address));
    const mail = await until(
      () => Promise.resolve(found()),
      ({ length }) => length >= nth,
    );
    return mail[nth - 1]!;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private receive(address: string, done: (error?: Error | null) => void): void {
    this.asked.push(address);
    const answer = this.answer(address);
    if (answer === 'ok') return done(null);
    if (answer) done(Object.assign(new Error('Not here.'), { responseCode: answer.code }));
  }
}

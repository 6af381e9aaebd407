import { Gauge, Registry } from 'prom-client';
import type { Database, MailState } from '@holdout/db';

const GAUGES: readonly [name: string, help: string, of: (state: MailState) => number][] = [
  ['waiting', 'Mail that is yet to be taken by a server.', ({ waiting }) => waiting],
  [
    'oldest_wait_seconds',
    'How long the oldest mail that waits has waited.',
    ({ oldestSeconds }) => oldestSeconds,
  ],
  ['given_up', 'Mail of the last 30 days that was given up.', ({ givenUp }) => givenUp],
];

/** What an operator watches of outgoing mail, for Prometheus. The same from every worker. */
export class MailMetrics {
  private readonly registry = new Registry();
  private readonly gauges = GAUGES.map(([name, help, of]) => ({
    of,
    gauge: new Gauge({ name: `holdout_mail_${name}`, help, registers: [this.registry] }),
  }));

  constructor(private readonly database: Pick<Database, 'mail'>) {}

  /** @throws when the database does not answer */
  async read(): Promise<string> {
    const state = await this.database.mail.state();
    for (const { gauge, of } of this.gauges) gauge.set(of(state));
    return this.registry.metrics();
  }
}

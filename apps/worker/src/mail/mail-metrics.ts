import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { Database, type MailState } from '@holdout/db';

const GAUGES: readonly [name: string, help: string, of: (state: MailState) => number][] = [
  ['waiting', 'Mail that is yet to be taken by a server.', ({ waiting }) => waiting],
  [
    'oldest_wait_seconds',
    'How long the oldest mail that waits has waited.',
    ({ oldestSeconds }) => oldestSeconds,
  ],
  ['given_up', 'Mail of the last 30 days that was given up.', ({ givenUp }) => givenUp],
];

/** Outgoing mail for an operator's Prometheus. Every worker reports the same. */
@Injectable()
export class MailMetrics {
  private readonly gauges;

  constructor(
    private readonly database: Database,
    registry: Registry,
  ) {
    this.gauges = GAUGES.map(([name, help, of]) => ({
      of,
      gauge: new Gauge({ name: `holdout_mail_${name}`, help, registers: [registry] }),
    }));
  }

  /** @throws when the database does not answer */
  async refresh(): Promise<void> {
    const state = await this.database.mail.state();
    for (const { gauge, of } of this.gauges) gauge.set(of(state));
  }
}

import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { Database, type LaneDemand } from '@holdout/db';

type Lane = 'lane' | 'resource';

const GAUGES: readonly [name: string, help: string, of: (demand: LaneDemand) => number][] = [
  ['waiting_runs', 'Runs that wait.', ({ waiting }) => waiting],
  [
    'demand_resource_seconds',
    'Resource-seconds that waiting and running runs are expected to take yet.',
    ({ waitingSeconds, runningSeconds }) => waitingSeconds + runningSeconds,
  ],
  ['running_runs', 'Runs that are worked on.', ({ running }) => running],
  [
    'oldest_wait_seconds',
    'How long the oldest waiting run has waited.',
    ({ oldestSeconds }) => oldestSeconds,
  ],
  ['slots', 'Runs that live workers with these labels can work on at once.', ({ slots }) => slots],
];

/**
 * What an autoscaler needs, for Prometheus: the demand for each set of labels that runs require. Read from the database on
 * request, so every worker reports the same.
 */
@Injectable()
export class DemandMetrics {
  private readonly gauges;

  constructor(
    private readonly database: Database,
    registry: Registry,
  ) {
    this.gauges = GAUGES.map(([name, help, of]) => ({
      of,
      gauge: new Gauge<Lane>({
        name: `holdout_queue_${name}`,
        help,
        labelNames: ['lane', 'resource'],
        registers: [registry],
      }),
    }));
  }

  /** @throws when the database does not answer */
  async refresh(): Promise<void> {
    const demand = await this.database.system.queueDemand();
    for (const { gauge, of } of this.gauges) {
      gauge.reset();
      for (const lane of demand) gauge.set({ lane: lane.lane, resource: lane.resource }, of(lane));
    }
  }
}

import { Gauge, Registry } from 'prom-client';
import type { Database, LaneDemand } from '@holdout/db';

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
 * What an autoscaler goes by, for Prometheus: demand by the labels that runs require of a worker. The same from every
 * worker, and read from the database when it is asked for.
 */
export class DemandMetrics {
  private readonly registry = new Registry();
  private readonly gauges = GAUGES.map(([name, help, of]) => ({
    of,
    gauge: new Gauge<Lane>({
      name: `holdout_queue_${name}`,
      help,
      labelNames: ['lane', 'resource'],
      registers: [this.registry],
    }),
  }));

  constructor(private readonly database: Pick<Database, 'system'>) {}

  /** @throws when the database does not answer */
  async read(): Promise<{ contentType: string; text: string }> {
    const demand = await this.database.system.queueDemand();
    for (const { gauge, of } of this.gauges) {
      gauge.reset();
      for (const lane of demand) gauge.set({ lane: lane.lane, resource: lane.resource }, of(lane));
    }
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }
}

import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** The registry of one app, with what Node says of its process. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Connections of a pool. */
export interface PoolState {
  /** All, idle ones included. */
  open: number;
  idle: number;
  /** Callers that wait for one. */
  waiting: number;
}

/** The state of connection pools, by name, as it is when it is asked for. */
export function watchPools(registry: Registry, pools: Readonly<Record<string, () => PoolState>>): void {
  new Gauge({
    name: 'holdout_database_connections',
    help: 'Connections of a pool: open ones, idle ones among them, and callers that wait for one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, state] of Object.entries(pools)) {
        for (const [name, count] of Object.entries(state())) this.set({ pool, state: name }, count);
      }
    },
  });
}

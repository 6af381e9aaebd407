import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** The registry of one app, with what Node says of its process. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Connections of a pool. */
export interface PoolState {
  /** All connections, idle ones included. */
  open: number;
  idle: number;
  /** Callers that have no connection yet, including those about to get an idle one. */
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
      for (const [pool, stateOf] of Object.entries(pools)) {
        const { open, idle, waiting } = stateOf();
        // The query behind this very answer waits a moment for an idle connection, which is not worth reporting.
        const state = { open, idle, waiting: Math.max(0, waiting - idle) };
        for (const [name, count] of Object.entries(state)) this.set({ pool, state: name }, count);
      }
    },
  });
}

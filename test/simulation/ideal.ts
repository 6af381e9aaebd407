import type { Served } from './simulate.js';
import type { SimulatedRun, Workload } from './workload.js';

interface Fluid {
  weight: number;
  /** Resource-seconds handed in, and done. */
  offered: number;
  done: number;
  /** Its runs in the order in which they really started, each with what must be done before it. */
  starts: { id: string; after: number }[];
  next: number;
}

/**
 * When each run would start if the workers were one divisible machine that is shared by weight at every moment
 * (generalized processor sharing), each organization's runs in the order in which they really went. Nothing that takes
 * whole runs can do this; how far behind it one is says how fair it is.
 */
export function idealStarts(
  workload: Workload,
  served: readonly Served[],
  workers: number,
): Map<string, number> {
  const fluids = new Map<string, Fluid>();
  for (const [id, { weight }] of workload.organizations)
    fluids.set(id, { weight, offered: 0, done: 0, starts: [], next: 0 });
  const sums = new Map<string, number>();
  for (const { run } of [...served].sort((a, b) => a.startedAt - b.startedAt)) {
    const after = sums.get(run.organizationId) ?? 0;
    fluids.get(run.organizationId)?.starts.push({ id: run.id, after });
    sums.set(run.organizationId, after + run.seconds);
  }
  return flow(fluids, workload.runs, workers);
}

function flow(
  fluids: ReadonlyMap<string, Fluid>,
  runs: readonly SimulatedRun[],
  workers: number,
): Map<string, number> {
  const ideal = new Map<string, number>();
  let now = 0;
  let arrived = 0;
  for (;;) {
    const active = [...fluids.values()].filter(({ offered, done }) => offered - done > 1e-6);
    const weights = active.reduce((sum, { weight }) => sum + weight, 0);
    const rateOf = ({ weight }: Fluid): number => (workers * weight) / weights;
    const nextArrival = (runs[arrived]?.queuedAt ?? Infinity) / 1000;
    const nextDrain = active.reduce(
      (least, fluid) => Math.min(least, now + (fluid.offered - fluid.done) / rateOf(fluid)),
      Infinity,
    );
    const until = Math.min(nextArrival, nextDrain);
    if (until === Infinity) return ideal;
    for (const fluid of active) advance(fluid, now, until, rateOf(fluid), ideal);
    now = until;
    for (let run = runs[arrived]; run && run.queuedAt / 1000 <= now; run = runs[arrived]) {
      (fluids.get(run.organizationId) as Fluid).offered += run.seconds;
      arrived += 1;
    }
  }
}

function advance(fluid: Fluid, now: number, until: number, rate: number, ideal: Map<string, number>): void {
  const done = Math.min(fluid.offered, fluid.done + rate * (until - now));
  for (let start = fluid.starts[fluid.next]; start && start.after <= done; start = fluid.starts[fluid.next]) {
    ideal.set(start.id, now + Math.max(0, start.after - fluid.done) / rate);
    fluid.next += 1;
  }
  fluid.done = done;
}

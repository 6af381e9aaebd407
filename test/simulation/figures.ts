import { idealStarts } from './ideal.js';
import { Simulation, type Backlog, type Served } from './simulate.js';
import type { Workload } from './workload.js';

export interface Figures {
  workers: number;
  runs: number;
  /** Of what backlogged organizations got, over their weights; the mean and the least over windows. 1 is equal shares. */
  jain: number;
  jainLeast: number;
  windows: number;
  /** Wait against the wait of ideal sharing, each with one round and one mean run added: half of the runs, and the worst. */
  waitRatioP50: number;
  waitRatioWorst: number;
  /** The longest that a run started after it would have under ideal sharing, in rounds of one mean run of everybody. */
  worstLagRounds: number;
  /** Of the work-conserving bound. */
  utilization: number;
  /** Of the waiting time told when a run was handed in: median of |told - real| / real, and of told / real. */
  etaErrorAtOnce: number;
  etaBiasAtOnce: number;
  /** The same of what was told later, while it waited. */
  etaErrorLater: number;
  etaBiasLater: number;
  decisionMicroseconds: number;
}

const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** (sum x)² / (n sum x²): 1 when all are equal, 1/n when one has everything. */
export function jainIndex(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return sum ** 2 / (values.length * values.reduce((total, value) => total + value ** 2, 0));
}

/** Windows long enough for everybody to have had many turns, and in each the organizations that had runs throughout. */
function jainByWindow(
  { organizations }: Workload,
  served: readonly Served[],
  backlogs: readonly Backlog[],
  length: number,
) {
  const end = Math.max(...served.map(({ endedAt }) => endedAt));
  const indexes: number[] = [];
  for (let from = 0; from + length <= end; from += length) {
    const to = from + length;
    const backlogged = new Set(
      backlogs
        .filter((each) => each.from <= from && each.to >= to)
        .map(({ organizationId }) => organizationId),
    );
    if (backlogged.size < 10) continue;
    const got = new Map([...backlogged].map((id) => [id, 0]));
    for (const { run, startedAt, endedAt } of served) {
      const inside = Math.min(endedAt, to) - Math.max(startedAt, from);
      const had = got.get(run.organizationId);
      if (inside > 0 && had !== undefined) got.set(run.organizationId, had + inside);
    }
    indexes.push(jainIndex([...got].map(([id, seconds]) => seconds / (organizations.get(id)?.weight ?? 1))));
  }
  return indexes;
}

export function figuresOf(workload: Workload, workers: number, rounds = 20): Figures {
  const result = new Simulation(workload, workers).run();
  const { served, backlogs, busySeconds, boundSeconds, decisionMicroseconds } = result;
  const usual = mean(workload.runs.map(({ seconds }) => seconds));
  const weights = [...workload.organizations.values()].reduce((sum, { weight }) => sum + weight, 0);
  const round = (weights * usual) / workers;
  // Short windows would measure single runs, which nobody can divide.
  const indexes = jainByWindow(workload, served, backlogs, Math.max(rounds * round, 10 * usual));
  const ideal = idealStarts(workload, served, workers);
  const waits = served.map(({ run, startedAt }) => ({
    real: startedAt - run.queuedAt / 1000,
    ideal: Math.max(0, (ideal.get(run.id) ?? startedAt) - run.queuedAt / 1000),
  }));
  const ratios = waits.map(({ real, ideal: best }) => (real + round + usual) / (best + round + usual));
  const tellings = served.flatMap(({ told, startedAt }) =>
    told
      .map(({ at, seconds }, index) => ({ isFirst: index === 0, real: startedAt - at, seconds }))
      .filter(({ real }) => real > usual),
  );
  const ratiosOf = (isFirst: boolean): number[] =>
    tellings.filter((each) => each.isFirst === isFirst).map(({ real, seconds }) => seconds / real);
  const errorOf = (told: readonly number[]): number =>
    quantile(
      told.map((ratio) => Math.abs(ratio - 1)),
      0.5,
    );
  return {
    workers,
    runs: served.length,
    jain: mean(indexes),
    jainLeast: Math.min(...indexes),
    windows: indexes.length,
    waitRatioP50: quantile(ratios, 0.5),
    waitRatioWorst: Math.max(...ratios),
    worstLagRounds: Math.max(...waits.map(({ real, ideal: best }) => real - best)) / (round + usual),
    utilization: busySeconds / boundSeconds,
    etaErrorAtOnce: errorOf(ratiosOf(true)),
    etaBiasAtOnce: quantile(ratiosOf(true), 0.5),
    etaErrorLater: errorOf(ratiosOf(false)),
    etaBiasLater: quantile(ratiosOf(false), 0.5),
    decisionMicroseconds,
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Struck } from './fault.js';
import type { Machine } from './machine.js';

/** As the recorder names them; every phase that a submission to tabular-risk goes through. */
const PHASES = [
  'PREPARE unpack',
  'TRAIN train',
  'PREDICT sample',
  'PREDICT hidden',
  'PREDICT probe',
  'SCORE score',
];
const OCCASION_WITHIN_MS = 15_000;

interface AtWork {
  runId: string;
  workerId: string;
  /** Of the current attempt, as far as it is written down: empty between two phases. */
  phase: string;
  isScored: boolean;
}

async function atWork(machine: Machine): Promise<AtWork[]> {
  return machine.lab.query<AtWork & Record<string, unknown>>(`
    SELECT r.id AS "runId", r.worker_id AS "workerId",
      coalesce(max(p.name || ' ' || p.label) FILTER (WHERE p.status = 'RUNNING'), '') AS phase,
      coalesce(bool_or(p.name = 'SCORE' AND p.status = 'SUCCEEDED'), false) AS "isScored"
    FROM runs r LEFT JOIN run_phases p ON p.run_id = r.id AND p.attempt = r.attempt
    WHERE r.status = 'RUNNING' GROUP BY r.id`);
}

/** Kills the worker of the first run that is there. What it was doing then is asked when it can do nothing more. */
async function killWhere(machine: Machine, isThere: (run: AtWork) => boolean): Promise<Struck | null> {
  for (const end = Date.now() + OCCASION_WITHIN_MS; Date.now() < end; await sleep(5)) {
    const prey = (await atWork(machine)).find(isThere);
    const worker = machine.workers.find(({ id, isUp }) => id === prey?.workerId && isUp);
    if (!prey || !worker) continue;
    await worker.kill9();
    const left = (await atWork(machine)).filter(({ workerId }) => workerId === worker.id);
    const struck = left.find(({ runId }) => runId === prey.runId) ?? left[0];
    return { workerId: worker.id, name: `worker killed ${momentOf(struck)}` };
  }
  return null;
}

function momentOf(run: AtWork | undefined): string {
  if (!run) return 'with nothing in hand';
  if (run.phase) return `in ${run.phase}`;
  return run.isScored ? 'while it wrote the result down' : 'between two phases';
}

export const killedWorkers: readonly Fault[] = [
  ...PHASES.map((phase): Fault => ({
    name: `worker killed in ${phase}`,
    causes: ['WORKER_LOST'],
    strike: (machine) => killWhere(machine, (run) => run.phase === phase),
  })),
  {
    name: 'worker killed while it wrote the result down',
    causes: ['WORKER_LOST'],
    strike: (machine) => killWhere(machine, ({ phase, isScored }) => isScored && !phase),
  },
  {
    name: 'both workers killed',
    causes: ['WORKER_LOST'],
    strike: async (machine) => {
      await Promise.all(machine.workers.map((worker) => worker.kill9()));
      return {};
    },
  },
];

import type { InterruptionCause } from '@holdout/domain';
import type { GradingLab } from '../../support/grading-lab.js';
import type { Fault, Struck } from './fault.js';

/** A lease of five seconds, a sweep that finds it ended, and a busy machine. */
const FELT_MS = 30_000;

interface Strike {
  fault: Fault;
  name: string;
  workerId: string | undefined;
  startedAt: number;
  endedAt: number;
  inHand: number;
  ended: number;
}

interface Interruption extends Record<string, unknown> {
  id: string;
  runId: string;
  attempt: number;
  cause: InterruptionCause;
  workerId: string | null;
}

/** Which faults struck when, and which of them each ended attempt comes from. */
export class Journal {
  readonly strikes: Strike[] = [];
  /** Attempts that ended although no fault explains it. */
  readonly unexplained: string[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly lab: GradingLab) {}

  /** Call it when the fault begins; call what it answers when it is over. */
  async begin(fault: Fault): Promise<(struck: Struck | null) => void> {
    const [row] = await this.lab.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM runs WHERE status = 'RUNNING'",
    );
    const strike: Strike = {
      fault,
      name: fault.name,
      workerId: undefined,
      startedAt: Date.now(),
      endedAt: Infinity,
      inHand: row?.count ?? 0,
      ended: 0,
    };
    this.strikes.push(strike);
    return (struck) => {
      if (!struck) this.strikes.splice(this.strikes.indexOf(strike), 1);
      Object.assign(strike, { endedAt: Date.now(), ...struck });
    };
  }

  /** Looks what ended since it looked last. */
  async look(): Promise<void> {
    const rows = await this.lab.query<Interruption>(
      'SELECT id, run_id AS "runId", attempt, cause::text AS cause, worker_id AS "workerId" FROM run_interruptions',
    );
    for (const row of rows) if (!this.seen.has(row.id)) this.explain(row);
  }

  private explain(row: Interruption): void {
    this.seen.add(row.id);
    const strike = this.strikes.findLast(
      ({ fault, workerId, endedAt }) =>
        fault.causes.includes(row.cause) &&
        Date.now() < endedAt + FELT_MS &&
        (workerId === undefined || workerId === row.workerId),
    );
    if (strike) strike.ended++;
    else this.unexplained.push(`run ${row.runId}, attempt ${row.attempt}: ${row.cause} of ${row.workerId}`);
  }
}

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunListener } from '@holdout/db';
import Docker from 'dockerode';
import type { GradingLab, RunRow } from '../../support/grading-lab.js';
import type { GradingPath, Timing } from './paths.js';

const LOOK_MS = 250;
const READY_WITHIN_MS = 600_000;
/** The system call of a process that waits for a byte of its descriptor 0. */
const READS_STDIN = '0 0x0 ';

export interface OurSetting {
  archive: Buffer;
  /** Take turns: one student may have two runs graded at once. */
  students: readonly string[];
  workerId: string;
  databaseUrl: string;
}

/** The whole way: hand in, queue, worker, containers, scorer, stored result. */
export class OurPath implements GradingPath {
  private readonly docker = new Docker();
  private readonly listener: RunListener;
  private readonly looks = new Map<string, () => void>();
  /** When each run was in the queue: its transaction is committed, and who listens is told. */
  private readonly queued = new Map<string, number>();

  private readonly lab: GradingLab;
  private readonly setting: OurSetting;

  constructor(lab: GradingLab, setting: OurSetting) {
    this.lab = lab;
    this.setting = setting;
    this.listener = new RunListener({
      url: setting.databaseUrl,
      onEvent: ({ runId, isWaiting }) => {
        if (isWaiting && !this.queued.has(runId)) this.queued.set(runId, Date.now());
        this.looks.get(runId)?.();
      },
      onReconnected: () => this.looks.forEach((look) => look()),
      onError: (error) => process.emitWarning(String(error)),
    });
  }

  start(): Promise<void> {
    return this.listener.start();
  }

  close(): Promise<void> {
    return this.listener.close();
  }

  async grade(place = 0): Promise<Timing> {
    const { archive, students } = this.setting;
    const started = performance.now();
    const student = students[place % students.length];
    const id = await this.lab.submit(archive, 'PRACTICE', undefined, student);
    await this.finished(id);
    const totalMs = performance.now() - started;
    const run = await this.lab.run(id);
    if (run.outcome !== 'SCORED') throw new Error(`A benchmark run ended as ${run.outcome}: ${run.message}`);
    return { totalMs, studentMs: ownCompute(run), parts: partsOf(run, this.queued.get(id)) };
  }

  /** By the event that browsers are told by, without polling. */
  private async finished(id: string): Promise<void> {
    const done = Promise.withResolvers<void>();
    const look = (): void =>
      void this.lab.isFinished(id).then((isFinished) => isFinished && done.resolve(), done.reject);
    this.looks.set(id, look);
    look();
    await done.promise;
    this.looks.delete(id);
  }

  /**
   * Wait until nothing of earlier runs is left and as many containers wait for a job as they used, as it is between arrivals.
   * @param waiting how many that is
   */
  async rested(waiting: number): Promise<void> {
    const label = [`dev.holdout.worker=${this.setting.workerId}`];
    for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await sleep(LOOK_MS)) {
      const containers = await this.docker.listContainers({ all: true, filters: { label } });
      const isAtRest = containers.every(({ Names }) => Names[0]?.startsWith('/holdout_warm_'));
      if (!isAtRest || containers.length < waiting) continue;
      const ready = await Promise.all(containers.map(({ Id }) => this.isWaiting(Id)));
      if (ready.every(Boolean)) return;
    }
    throw new Error(`The worker did not have ${waiting} waiting containers in time.`);
  }

  /** Whether a supervisor has imported its libraries and reads its standard input. */
  private async isWaiting(id: string): Promise<boolean> {
    try {
      const { State: state } = await this.docker.getContainer(id).inspect();
      return (await readFile(`/proc/${state.Pid}/syscall`, 'utf8')).startsWith(READS_STDIN);
    } catch {
      return false; // it has just ended
    }
  }
}

/** What the other paths run as well: train, and predict on the hidden rows. Sample and probe count as our overhead. */
function ownCompute({ phases }: RunRow): number {
  return phases
    .filter(({ name, label }) => name === 'TRAIN' || label === 'hidden')
    .reduce((sum, { usage }) => sum + (usage as { wallMs: number }).wallMs, 0);
}

/**
 * Handing in until the run is in the queue, waiting there until a worker has claimed it, each phase, and what lies between and after.
 * Phases may overlap.
 */
function partsOf(
  { queuedAt, startedAt, finishedAt, phases }: RunRow,
  inQueue = Number.NaN,
): Record<string, number> {
  const between = (from: Date | null | undefined, to: Date | null | undefined): number =>
    from && to ? to.getTime() - from.getTime() : 0;
  const inPhases = phases.flatMap((phase) => {
    const key = `phase_${phase.name.toLowerCase()}_${phase.label}`;
    const { wallMs, warm } = phase.usage as { wallMs: number; warm: number };
    return [
      [key, between(phase.startedAt, phase.endedAt)],
      [`${key}_program`, wallMs],
      [`${key}_warm`, warm],
    ] as const;
  });
  const [first, last] = [phases[0], phases.at(-1)];
  return {
    hand_in: inQueue - queuedAt.getTime(),
    wait_for_worker: startedAt ? Math.max(0, startedAt.getTime() - inQueue) : Number.NaN,
    load_submission: between(startedAt, first?.startedAt),
    ...Object.fromEntries(inPhases),
    store_result: between(last?.endedAt, finishedAt),
  };
}

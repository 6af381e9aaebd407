import { setTimeout as sleep } from 'node:timers/promises';
import type { GradingLab, LabWorker } from '../../support/grading-lab.js';
import { hasEnded } from '../../support/own-process.js';

const PAUSE_MS = 500;

/** A worker that is started again whenever it ends, as a service manager does. */
export class KeptWorker {
  private worker: LabWorker | undefined;
  private keeping: Promise<void> = Promise.resolve();
  private isOver = false;
  private killed: LabWorker | undefined;
  private said = '';
  /** How it ended when nobody had killed it: it should outlive every fault around it. */
  readonly ownEnds: string[] = [];

  constructor(
    private readonly lab: GradingLab,
    readonly id: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Resolves when it is up for the first time. */
  async start(): Promise<void> {
    let worker: LabWorker | undefined;
    while (!worker) worker = await this.again();
    this.worker = worker;
    this.keeping = this.keep(worker);
  }

  get isUp(): boolean {
    return this.worker !== undefined && !hasEnded(this.worker.process);
  }

  /** What all its processes logged. */
  output(): string {
    return this.said + (this.worker?.output() ?? '');
  }

  async kill9(): Promise<void> {
    this.killed = this.worker;
    await this.worker?.kill9();
  }

  /** It does nothing, and does not know it. */
  fallAsleep(): void {
    this.worker?.process.kill('SIGSTOP');
  }

  wake(): void {
    this.worker?.process.kill('SIGCONT');
  }

  /** Ends it in order. @throws when it does not */
  async stop(withinMs: number): Promise<void> {
    this.isOver = true;
    const { worker } = this;
    if (!worker) return;
    const isLate = await Promise.race([worker.stop(), sleep(withinMs, true, { ref: false })]);
    if (isLate) await worker.kill9();
    await this.keeping;
    if (isLate) throw new Error(`Worker ${this.id} did not end within ${withinMs} ms:\n${worker.output()}`);
  }

  private async keep(first: LabWorker): Promise<void> {
    for (let worker: LabWorker | undefined = first; !this.isOver; worker = await this.again()) {
      if (!worker) continue;
      this.worker = worker;
      await worker.ended;
      if (this.isOver) return;
      this.said += worker.output();
      if (this.killed !== worker) this.ownEnds.push(worker.output().slice(-3_000));
      this.worker = undefined;
    }
  }

  /** Undefined when it could not start, for want of a database say: it is tried again. */
  private async again(): Promise<LabWorker | undefined> {
    await sleep(PAUSE_MS);
    try {
      return await this.lab.startWorker({ ...this.env, WORKER_ID: this.id });
    } catch (error) {
      this.said += `\n[not started] ${String(error)}\n`;
      return undefined;
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database, RunListener, type ClaimedRun, type RunEvent } from '@holdout/db';
import { WORKER_CONFIG } from '../platform/tokens.js';
import { LeaseKeeper } from './lease-keeper.js';
import { Stop } from './stop.js';

interface InHand {
  stop: AbortController;
  keeper: LeaseKeeper;
}

/** The runs that this process is grading. Keeps their leases, learns of cancellations, and stops them for a shutdown. */
@Injectable()
export class RunsInHand {
  private readonly runs = new Map<string, InHand>();
  private readonly onTaken = new Set<() => void>();
  private waiting: (() => void)[] = [];
  private listener: RunListener | null = null;

  constructor(
    private readonly database: Database,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  has(runId: string): boolean {
    return this.runs.has(runId);
  }

  get count(): number {
    return this.runs.size;
  }

  /**
   * Starts listening for changes of runs.
   * @param onOther called when a run changes that this process does not grade
   * @throws when the database cannot be reached
   */
  async listen(onOther: (event: RunEvent) => void): Promise<void> {
    const lookAtAll = (): void => this.runs.forEach(({ keeper }) => keeper.look());
    this.listener = new RunListener({
      url: this.config.WORKER_DATABASE_URL,
      onEvent: (event) => {
        const own = this.runs.get(event.runId);
        if (own) own.keeper.look();
        else onOther(event);
      },
      onReconnected: lookAtAll,
      onError: (error) =>
        this.logger.warn({ err: error }, 'cancellations are noticed late: the listening connection broke'),
    });
    await this.listener.start();
  }

  /** Keeps the lease of a claimed run until the returned function is called. */
  take(claim: ClaimedRun, stop: AbortController, leaseSeconds: number): () => Promise<void> {
    const keeper = new LeaseKeeper(this.database.system, claim, leaseSeconds, stop, (error) =>
      this.logger.warn({ err: error, runId: claim.runId }, 'a lease could not be renewed'),
    );
    this.runs.set(claim.runId, { stop, keeper });
    this.onTaken.forEach((tell) => tell());
    return async () => {
      await keeper.close();
      this.runs.delete(claim.runId);
      if (this.runs.size === 0) this.waiting.splice(0).forEach((resume) => resume());
    };
  }

  /** Calls back whenever a run is taken, until the returned function is called. */
  whenTaken(tell: () => void): () => void {
    this.onTaken.add(tell);
    return () => this.onTaken.delete(tell);
  }

  /** Resolves once this process grades no run. */
  async idle(): Promise<void> {
    if (this.runs.size > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Gives every run back to the queue. */
  stopAll(): void {
    this.runs.forEach(({ stop }) => stop.abort(new Stop('SHUTDOWN')));
  }

  async close(): Promise<void> {
    await this.listener?.close();
  }
}

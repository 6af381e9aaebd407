import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database } from '@holdout/db';
import { gradeRun, JobQueues, type Consumer } from '@holdout/jobs';
import { WORKER_CONFIG, WorkerIdentity } from '../platform/tokens.js';
import { GradingService } from './grading.service.js';
import { RunsInHand } from './runs-in-hand.js';

/** A stopping worker lets runs go on for this long, then gives them back. */
const DRAIN_MS = 3_000;

/** A ticket wakes this worker; the claim decides which run it grades. */
@Injectable()
export class GradingConsumer {
  private consumer: Consumer | null = null;
  private isStopping = false;
  /** Set by an operator: this worker finishes what it has and takes nothing new. */
  isPaused = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly grading: GradingService,
    private readonly inHand: RunsInHand,
    private readonly identity: WorkerIdentity,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    this.consumer = this.queues.consume(gradeRun, () => this.drain(), {
      concurrency: this.config.WORKER_CONCURRENCY,
    });
  }

  /** Takes runs until none may be taken. A ticket that finds none has been served by another worker. */
  async drain(): Promise<void> {
    try {
      while (!this.isStopping && !this.isPaused) {
        const claim = await this.database.system.claimNextRun(
          this.identity.id,
          this.config.WORKER_LEASE_SECONDS,
        );
        if (!claim) return;
        await this.grading.grade(claim);
      }
    } catch (error) {
      // A failed ticket would never be added again. The run still waits, so the sweeper adds the next one.
      this.logger.error({ err: error }, 'no run could be claimed');
    }
  }

  /** Takes nothing more; runs in hand end soon or go back to the queue. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const closing = this.consumer?.close();
    await Promise.race([this.inHand.idle(), sleep(DRAIN_MS, undefined, { ref: false })]);
    this.inHand.stopAll();
    await this.inHand.idle();
    await closing;
  }
}

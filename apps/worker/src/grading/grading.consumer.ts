import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database, type ClaimedRun } from '@holdout/db';
import { gradeRun, JobQueues, type Consumer } from '@holdout/jobs';
import { ImagesAtHand } from '../fleet/images-at-hand.js';
import { WORKER_CONFIG, WorkerIdentity } from '../platform/tokens.js';
import { GradingService } from './grading.service.js';
import { RunsInHand } from './runs-in-hand.js';

/** How long a stopping worker lets its runs continue before it gives them back. */
const WIND_UP_MS = 3_000;
/** A ticket may wake a worker that lacks the labels its run requires, so free workers also look by themselves. */
const LOOK_MS = 3_000;

/** News of a queued run, or its ticket, wakes this worker. The claim decides which run it grades. */
@Injectable()
export class GradingConsumer {
  private consumer: Consumer | null = null;
  private timer: NodeJS.Timeout | null = null;
  private busy = 0;
  /** News arrived while every slot was busy, so a slot that finds no run has to look once more. */
  private hasMissed = false;
  private isStopping = false;
  /** Set by an operator: this worker finishes what it has and takes nothing new. */
  isPaused = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly grading: GradingService,
    private readonly inHand: RunsInHand,
    private readonly images: ImagesAtHand,
    private readonly identity: WorkerIdentity,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    const { WORKER_CONCURRENCY: concurrency } = this.config;
    const serve = async ({ runId }: { runId: string }): Promise<void> => {
      if (!this.inHand.has(runId)) await this.takeRuns();
    };
    this.consumer = this.queues.consume(gradeRun, serve, { concurrency });
    this.timer = setInterval(() => void this.takeRuns(), LOOK_MS);
  }

  /** Takes a run that was queued a moment ago, before its ticket has come through the queue. The first free worker gets it. */
  async takeAtOnce(): Promise<void> {
    if (this.consumer) await this.takeRuns('claimAtOnce');
  }

  /** Takes runs until there is none to take. If a ticket finds no run, another worker has taken it. */
  async takeRuns(first: 'claimNextRun' | 'claimAtOnce' = 'claimNextRun'): Promise<void> {
    if (this.busy >= this.config.WORKER_CONCURRENCY) {
      this.hasMissed = true;
      return;
    }
    this.busy += 1;
    try {
      for (let how = first; !this.isStopping && !this.isPaused; how = 'claimNextRun') {
        const claim = await this.claim(how);
        if (!claim && this.hasMissed) {
          this.hasMissed = false;
          continue;
        }
        if (!claim) return;
        const fate = await this.grading.grade(claim);
        // If the engine is gone, this finds no images, and the next claim gets nothing.
        if (fate === 'GIVEN_BACK') await this.images.look();
      }
    } catch (error) {
      // The queue would never add a failed ticket again. The run is still waiting, and the sweeper adds another ticket.
      this.logger.error({ err: error }, 'no run could be claimed');
    } finally {
      this.busy -= 1;
    }
  }

  private claim(how: 'claimNextRun' | 'claimAtOnce'): Promise<ClaimedRun | null> {
    const { WORKER_LEASE_SECONDS } = this.config;
    return this.database.system[how](this.identity.id, WORKER_LEASE_SECONDS, this.images.labels);
  }

  /** Takes nothing more, and resolves when the current runs have ended, however long they take. */
  async drain(): Promise<void> {
    this.takeNoMore();
    await this.inHand.idle();
  }

  /** Takes nothing more. Current runs either end soon or go back to the queue. */
  async stop(): Promise<void> {
    this.takeNoMore();
    const closing = this.consumer?.close();
    await Promise.race([this.inHand.idle(), sleep(WIND_UP_MS, undefined, { ref: false })]);
    this.inHand.stopAll();
    await this.inHand.idle();
    await closing;
  }

  private takeNoMore(): void {
    this.isStopping = true;
    if (this.timer) clearInterval(this.timer);
  }
}

import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Database } from '@holdout/db';
import { gradeRun, JobQueues, sweep } from '@holdout/jobs';
import { Sandbox } from '@holdout/sandbox';
import { WorkerIdentity } from '../platform/tokens.js';

const SWEEP_MS = 5_000;
const TIDY_MS = 30_000;
/** Changes of runs come in bursts, so they are collected for this long. */
const FOLLOW_MS = 250;
/** A worker sends a heartbeat every 10 s. After this long without one it counts as gone, and its containers as orphans. */
const GONE_SECONDS = 60;

/** Repairs what a lost message or a killed worker left behind. */
@Injectable()
export class Sweeper {
  private timer: NodeJS.Timeout | null = null;
  private following: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly sandbox: Sandbox,
    private readonly identity: WorkerIdentity,
    private readonly logger: PinoLogger,
  ) {}

  async start(): Promise<void> {
    await this.tidyContainers();
    await this.addTickets();
    this.queues.consume(sweep, () => this.sweepOnce(), { concurrency: 1 });
    await this.queues.schedule(sweep, SWEEP_MS);
    // Each worker has its own engine, so each tidies its own; only one at a time adds tickets.
    this.timer = setInterval(() => void this.tidyContainers(), TIDY_MS);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    if (this.following) clearTimeout(this.following);
  }

  /** A run changed: soon update the queue's account of places, even while every worker is busy. */
  followSoon(): void {
    this.following ??= setTimeout(() => {
      this.following = null;
      this.database.system
        .followQueue()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'places in the queue are told late'));
    }, FOLLOW_MS);
  }

  private async sweepOnce(): Promise<void> {
    await Promise.all([this.addTickets(), this.forgetExpiredUploads(), this.tellOfDeadlines()]);
  }

  /** Deletes the rows of expired uploads in all organizations. The API deletes their files. */
  async forgetExpiredUploads(): Promise<void> {
    try {
      const count = await this.database.system.sweepExpiredUploads();
      if (count > 0) this.logger.info({ count }, 'removed uploads that nobody submitted in time');
    } catch (error) {
      this.logger.error({ err: error }, 'expired uploads could not be removed; the next sweep tries again');
    }
  }

  /** Reminds each student once per assignment, a day before it is due for them. */
  async tellOfDeadlines(): Promise<void> {
    try {
      const count = await this.database.system.leaveDueSoon(new Date());
      if (count > 0) this.logger.info({ count }, 'told students of what is due soon');
    } catch (error) {
      this.logger.error(
        { err: error },
        'students could not be told of deadlines; the next sweep tries again',
      );
    }
  }

  /** Puts the runs of gone workers back in the queue, and gives every waiting run a ticket. */
  async addTickets(): Promise<void> {
    try {
      const runs = await this.database.system.runsToTicket();
      await Promise.all(runs.map(({ runId, attempt }) => gradeRun.add(this.queues, { runId, attempt })));
    } catch (error) {
      this.logger.error({ err: error }, 'tickets could not be added; the next sweep tries again');
    }
  }

  /** Removes the containers of gone workers, and what this worker left behind when it was killed. */
  async tidyContainers(): Promise<void> {
    try {
      const live = await this.database.system.liveWorkerIds(GONE_SECONDS);
      const count = await this.sandbox.removeOrphans(new Set([...live, this.identity.id]));
      if (count > 0) this.logger.info({ count }, 'removed containers that nobody uses any more');
    } catch (error) {
      this.logger.error({ err: error }, 'containers could not be tidied; the next round tries again');
    }
  }
}

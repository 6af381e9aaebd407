import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Database } from '@holdout/db';
import { gradeRun, JobQueues, sweep } from '@holdout/jobs';
import { Sandbox } from '@holdout/sandbox';
import { WorkerIdentity } from '../platform/tokens.js';

const SWEEP_MS = 5_000;
const TIDY_MS = 30_000;
/** Changes of runs come in bursts. */
const FOLLOW_MS = 250;
/** A worker beats every 10 s; one that was silent for this long is gone, and so is the use of its containers. */
const GONE_SECONDS = 60;

/** Puts right what a lost message or a killed worker left behind. */
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
    // Each worker has its own engine, so each tidies for itself; tickets are added by one of them at a time.
    this.timer = setInterval(() => void this.tidyContainers(), TIDY_MS);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    if (this.following) clearTimeout(this.following);
  }

  /** Some run changed: soon the queue can tell its place, also while every worker is busy. */
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

  /** The API deletes the files; the rows of all organizations go here. */
  async forgetExpiredUploads(): Promise<void> {
    try {
      const count = await this.database.system.sweepExpiredUploads();
      if (count > 0) this.logger.info({ count }, 'removed uploads that nobody submitted in time');
    } catch (error) {
      this.logger.error({ err: error }, 'expired uploads could not be removed; the next sweep tries again');
    }
  }

  /** Each student once for each assignment, a day before it is due for them. */
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

  /** Runs of gone workers wait again, and every waiting run gets a ticket. */
  async addTickets(): Promise<void> {
    try {
      const runs = await this.database.system.runsToTicket();
      await Promise.all(runs.map(({ runId, attempt }) => gradeRun.add(this.queues, { runId, attempt })));
    } catch (error) {
      this.logger.error({ err: error }, 'tickets could not be added; the next sweep tries again');
    }
  }

  /** Removes containers of workers that are gone, and what this worker left when it was killed. */
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

import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database } from '@holdout/db';
import { compareSubmissions, JobQueues, type PayloadOf } from '@holdout/jobs';
import { CALIBRATION_QUEUES, WORKER_CONFIG } from '../platform/tokens.js';
import { SimilarityService } from './similarity.service.js';

const ROUNDS_A_SWEEP = 10;

/** Works on one report at a time. */
@Injectable()
export class SimilarityConsumer {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    // As with calibration: a report that this process cannot finish is started again by the next worker.
    @Inject(CALIBRATION_QUEUES) private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly service: SimilarityService,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    this.queues.consume(compareSubmissions, (ticket) => this.handled(ticket), { concurrency: 1 });
    this.timer = setInterval(() => void this.addMissing(), ROUNDS_A_SWEEP * this.config.WORKER_ROUND_MS);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** If a report could not even be marked as failed, it is unfinished, and the next round adds its job again. */
  private async handled(ticket: PayloadOf<typeof compareSubmissions>): Promise<void> {
    try {
      await this.service.run(ticket);
    } catch (error) {
      this.logger.error({ err: error, ...ticket }, 'a report was not finished; the next round tries again');
    }
  }

  /** Adds jobs whose message was lost between the API's transaction and the queue. */
  private async addMissing(): Promise<void> {
    try {
      for (const ticket of await this.database.system.similarityToQueue())
        await compareSubmissions.add(this.queues, ticket);
    } catch (error) {
      this.logger.error({ err: error }, 'jobs of reports could not be added; the next round tries again');
    }
  }
}

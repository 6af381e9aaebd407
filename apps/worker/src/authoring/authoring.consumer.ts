import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database } from '@holdout/db';
import { exportAssignment, importAssignment, JobQueues, profileDataset } from '@holdout/jobs';
import { CALIBRATION_QUEUES, WORKER_CONFIG } from '../platform/tokens.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';
import { ProfileService } from './profile.service.js';

const ROUNDS_A_SWEEP = 10;

/** Works on imports, exports and the profiling of drafts' data, one of each at a time. */
@Injectable()
export class AuthoringConsumer {
  private timer: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(
    // As with calibration: an import that this process cannot finish is started again by the next worker.
    @Inject(CALIBRATION_QUEUES) private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly imports: ImportService,
    private readonly exports: ExportService,
    private readonly profiles: ProfileService,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    this.queues.consume(importAssignment, (ticket) => this.handled(this.imports.run(ticket)), {
      concurrency: 1,
    });
    this.queues.consume(exportAssignment, (ticket) => this.handled(this.exports.run(ticket)), {
      concurrency: 1,
    });
    this.queues.consume(profileDataset, (ticket) => this.handled(this.profiles.run(ticket)), {
      concurrency: 1,
    });
    this.timer = setInterval(() => void this.addMissing(), ROUNDS_A_SWEEP * this.config.WORKER_ROUND_MS);
  }

  stop(): void {
    this.isStopping = true;
    if (this.timer) clearInterval(this.timer);
  }

  private async handled(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      // If the job ended here, the queue would drop it for good. Wait instead: this process is about to exit.
      if (this.isStopping) await new Promise(() => undefined);
      this.logger.error({ err: error }, 'an import or export ended without being recorded');
      throw error;
    }
  }

  /** Adds jobs whose message was lost between the API's transaction and the queue. */
  private async addMissing(): Promise<void> {
    try {
      for (const { id, organizationId, kind } of await this.database.system.authoringToQueue()) {
        const ticket = { id, organizationId };
        if (kind === 'IMPORT') await importAssignment.add(this.queues, ticket);
        else await exportAssignment.add(this.queues, ticket);
      }
      for (const ticket of await this.database.system.draftsToQueue())
        await profileDataset.add(this.queues, ticket);
    } catch (error) {
      this.logger.error({ err: error }, 'jobs of imports could not be added; the next round tries again');
    }
  }
}

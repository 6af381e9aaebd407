import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Database, rescoreRun, reviewedRuns } from '@holdout/db';
import { JobQueues, rescoreRuns, type PayloadOf } from '@holdout/jobs';

/** New scores of reviewed runs, one transaction each: a restart in between repeats what changes nothing. */
@Injectable()
export class RescoringConsumer {
  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    this.queues.consume(rescoreRuns, (request) => this.rescore(request), { concurrency: 1 });
  }

  private async rescore({ organizationId, assignmentId }: PayloadOf<typeof rescoreRuns>): Promise<void> {
    const context = { organizationId, userId: null };
    const runIds = await this.database.inTenant(context, (tx) => reviewedRuns(tx, assignmentId));
    for (const runId of runIds) {
      await this.database.inTenant(context, (tx) => rescoreRun(tx, { runId, cause: 'REVIEWED' }));
    }
    this.logger.info({ assignmentId, runs: runIds.length }, 'reviewed runs have new scores');
  }
}

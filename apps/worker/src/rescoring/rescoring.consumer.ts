import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import {
  assignmentsByIds,
  certifiedRunIds,
  certifiedStudents,
  Database,
  rescoreRun,
  reviewedRuns,
  settleStudent,
} from '@holdout/db';
import { JobQueues, rescoreRuns, reviseScores, settleLateWork, type PayloadOf } from '@holdout/jobs';

/** New scores without running anything again, one transaction each: a restart in between repeats what changes nothing. */
@Injectable()
export class RescoringConsumer {
  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    this.queues.consume(rescoreRuns, (request) => this.rescore(request), { concurrency: 1 });
    this.queues.consume(reviseScores, (request) => this.revise(request), { concurrency: 1 });
    this.queues.consume(settleLateWork, (request) => this.settle(request), { concurrency: 1 });
  }

  private async rescore({ organizationId, assignmentId }: PayloadOf<typeof rescoreRuns>): Promise<void> {
    const context = { organizationId, userId: null };
    const runIds = await this.database.inTenant(context, (tx) => reviewedRuns(tx, assignmentId));
    for (const runId of runIds) {
      await this.database.inTenant(context, (tx) => rescoreRun(tx, { runId, cause: 'REVIEWED' }));
    }
    this.logger.info({ assignmentId, runs: runIds.length }, 'reviewed runs have new scores');
  }

  private async revise({
    organizationId,
    assignmentVersionId,
  }: PayloadOf<typeof reviseScores>): Promise<void> {
    const context = { organizationId, userId: null };
    const runIds = await this.database.inTenant(context, (tx) => certifiedRunIds(tx, assignmentVersionId));
    for (const runId of runIds) {
      await this.database.inTenant(context, (tx) => rescoreRun(tx, { runId, cause: 'REVISED' }));
    }
    this.logger.info({ assignmentVersionId, runs: runIds.length }, 'scores follow the changed rubric');
  }

  private async settle({ organizationId, assignmentId }: PayloadOf<typeof settleLateWork>): Promise<void> {
    const context = { organizationId, userId: null };
    const [[assignment], students] = await this.database.inTenant(context, async (tx) => [
      await assignmentsByIds(tx, [assignmentId]),
      await certifiedStudents(tx, assignmentId),
    ]);
    if (!assignment) return;
    let changed = 0;
    for (const studentId of students) {
      changed += await this.database.inTenant(context, (tx) =>
        settleStudent(tx, { organizationId, assignment, studentId }),
      );
    }
    this.logger.info({ assignmentId, changed }, 'lateness was settled');
  }
}

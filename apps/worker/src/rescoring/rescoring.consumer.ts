import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import {
  assignmentsByIds,
  certifiedRunIds,
  certifiedStudents,
  commitWork,
  completeRescoringTask,
  Database,
  endCommit,
  rescoreRun,
  rescoringTask,
  reviewedRuns,
  settleStudent,
  worksToCommit,
  type RescoringTask,
} from '@holdout/db';
import { JobQueues, rescore, type PayloadOf } from '@holdout/jobs';
import { WORKER_CONFIG } from '../platform/tokens.js';

const ROUNDS_A_SWEEP = 10;

/**
 * Computes new scores without running anything again, one transaction per score, so that repeating some after a restart
 * changes nothing. A task that fails is kept and tried again.
 */
@Injectable()
export class RescoringConsumer {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    this.queues.consume(rescore, (ticket) => this.handled(ticket), { concurrency: 1 });
    void this.addMissing();
    this.timer = setInterval(() => void this.addMissing(), ROUNDS_A_SWEEP * this.config.WORKER_ROUND_MS);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async handled(ticket: PayloadOf<typeof rescore>): Promise<void> {
    try {
      await this.perform(ticket);
    } catch (error) {
      this.logger.error(
        { err: error, ...ticket },
        'scores could not be made anew; the next round tries again',
      );
    }
  }

  private async perform({ organizationId, id }: PayloadOf<typeof rescore>): Promise<void> {
    const context = { organizationId, userId: null };
    const task = await this.database.inTenant(context, (tx) => rescoringTask(tx, id));
    if (!task) return;
    const changed = await this.changedBy(organizationId, task);
    await this.database.inTenant(context, (tx) => completeRescoringTask(tx, task));
    this.logger.info({ kind: task.kind, subjectId: task.subjectId, changed }, 'scores were made anew');
  }

  private changedBy(organizationId: string, task: RescoringTask): Promise<number> {
    const { kind, subjectId } = task;
    switch (kind) {
      case 'LATENESS':
        return this.settle(organizationId, task);
      case 'RERUN':
        return this.commit(organizationId, subjectId);
      case 'REVIEWED':
      case 'REVISED':
        return this.rescore(organizationId, kind, task);
    }
  }

  private async rescore(
    organizationId: string,
    cause: 'REVIEWED' | 'REVISED',
    { subjectId, ...wish }: RescoringTask,
  ): Promise<number> {
    const context = { organizationId, userId: null };
    const runIds = await this.database.inTenant(context, (tx) =>
      cause === 'REVIEWED' ? reviewedRuns(tx, subjectId) : certifiedRunIds(tx, subjectId),
    );
    let changed = 0;
    for (const runId of runIds) {
      const score = await this.database.inTenant(context, (tx) => rescoreRun(tx, { runId, cause, wish }));
      changed += score ? 1 : 0;
    }
    return changed;
  }

  /** Puts a re-run's scores in force. */
  private async commit(organizationId: string, rerunId: string): Promise<number> {
    const context = { organizationId, userId: null };
    const works = await this.database.inTenant(context, (tx) => worksToCommit(tx, rerunId));
    let changed = 0;
    for (const id of works) {
      const isCommitted = await this.database.inTenant(context, (tx) => commitWork(tx, id, new Date()));
      changed += isCommitted ? 1 : 0;
    }
    await this.database.inTenant(context, (tx) => endCommit(tx, rerunId, new Date()));
    return changed;
  }

  private async settle(
    organizationId: string,
    { subjectId: assignmentId, ...wish }: RescoringTask,
  ): Promise<number> {
    const context = { organizationId, userId: null };
    const [[assignment], students] = await this.database.inTenant(context, async (tx) => [
      await assignmentsByIds(tx, [assignmentId]),
      await certifiedStudents(tx, assignmentId),
    ]);
    if (!assignment) return 0;
    let changed = 0;
    for (const studentId of students) {
      changed += await this.database.inTenant(context, (tx) =>
        settleStudent(tx, { organizationId, assignment, studentId, wish }),
      );
    }
    return changed;
  }

  /** Adds jobs for tasks that failed, or whose message was lost between the API's transaction and the queue. */
  private async addMissing(): Promise<void> {
    try {
      for (const ticket of await this.database.system.rescoringToQueue())
        await rescore.add(this.queues, ticket);
    } catch (error) {
      this.logger.error({ err: error }, 'jobs of new scores could not be added; the next round tries again');
    }
  }
}

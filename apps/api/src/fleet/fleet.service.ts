import { Injectable, Logger } from '@nestjs/common';
import {
  DEPLOYMENT,
  Database,
  cancelWatchedRun,
  checkedId,
  continueInTenant,
  fleetFailures,
  fleetQueue,
  fleetRuns,
  fleetWorkers,
  orderWorker,
  recordAudit,
  requeueWatchedRun,
  type Tx,
} from '@holdout/db';
import { NotFoundError, type WorkerOrder } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import type { FleetType } from './fleet.types.js';

/**
 * Says the same whether the run just ended or never existed, because the caller may not be entitled to know which.
 */
const SUCH_A_RUN = 'A run that has not ended, and is not asked to, with the id';

@Injectable()
export class FleetService {
  private readonly logger = new Logger(FleetService.name);

  constructor(private readonly database: Database) {}

  async overview(operation: Operation): Promise<FleetType> {
    const { isOperator } = await operation.signedIn();
    const work = async (tx: Tx) => {
      // Queries that are started together are sent in one round trip.
      const [workers, queue, runs, endings] = await Promise.all([
        fleetWorkers(tx),
        fleetQueue(tx),
        fleetRuns(tx),
        fleetFailures(tx),
      ]);
      return { isWhole: isOperator, workers, queue, runs, endings };
    };
    return this.within(operation, work, { isReadOnly: true });
  }

  /**
   * The worker receives the order with its next heartbeat, within ten seconds.
   * @throws NotFoundError
   */
  async order(operation: Operation, id: string, order: WorkerOrder): Promise<true> {
    const { userId } = await operation.signedIn();
    const isThere = await this.database.inTenant({ organizationId: DEPLOYMENT, userId }, (tx) =>
      orderWorker(tx, { id, order, by: userId }),
    );
    if (!isThere) throw new NotFoundError('The worker');
    this.logger.log(
      { userId, worker: id, order, correlationId: operation.correlationId },
      'A worker was ordered.',
    );
    return true;
  }

  /** @throws NotFoundError when there is no such run, it has ended, or was already asked to end */
  end(operation: Operation, runId: string): Promise<true> {
    return this.change(operation, runId, 'run.cancelled', cancelWatchedRun);
  }

  /** @throws NotFoundError when there is no such run, it has ended, or was already asked to end */
  requeue(operation: Operation, runId: string): Promise<true> {
    return this.change(operation, runId, 'run.requeued', requeueWatchedRun);
  }

  private async change(
    operation: Operation,
    id: string,
    action: string,
    work: (tx: Tx, runId: string) => Promise<string | null>,
  ): Promise<true> {
    const runId = checkedId(id, 'The run');
    const { userId } = await operation.signedIn();
    await this.within(operation, async (tx) => {
      const organizationId = await work(tx, runId);
      if (organizationId === null) throw new NotFoundError(`${SUCH_A_RUN} ${runId}`);
      // Recorded in the audit log of the run's organization, which need not be the operator's.
      await continueInTenant(tx, { organizationId, userId });
      await recordAudit(tx, {
        organizationId,
        actorId: userId,
        action,
        subjectType: 'run',
        subjectId: runId,
      });
    });
    return true;
  }

  /** Operators need not be members of any organization. */
  private async within<T>(
    operation: Operation,
    work: (tx: Tx) => Promise<T>,
    { isReadOnly = false } = {},
  ): Promise<T> {
    const { organization, userId } = await operation.signedIn();
    return this.database.inTenant({ organizationId: organization?.id ?? '', userId, isReadOnly }, work);
  }
}

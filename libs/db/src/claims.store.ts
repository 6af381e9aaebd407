import { ClaimLostError, type InterruptionCause } from '@holdout/domain';
import type { Tx } from './database.js';

/**
 * How many times a broken host may try a run before it is given up. Orderly shutdowns of a worker do not count. The
 * database's sweep uses the same rule.
 */
export const MAX_INFRASTRUCTURE_ATTEMPTS = 5;

/**
 * Locks the run for the rest of the transaction, if this worker still holds it. Every write of a worker starts here, so that
 * a worker whose lease was lost can write nothing.
 * @throws ClaimLostError
 */
export async function assertHeld(tx: Tx, runId: string, claimToken: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM runs WHERE id = ${runId}::uuid AND claim_token = ${claimToken}::uuid AND status = 'RUNNING' FOR UPDATE`;
  if (rows.length === 0) throw new ClaimLostError(runId);
}

export interface Release {
  runId: string;
  claimToken: string;
  cause: InterruptionCause;
  /** What the student reads if the run is given up. */
  message: string;
  delaySeconds: number;
  now: Date;
}

/**
 * Gives a run back after a fault of the host. It is tried again later, or ends as INFRASTRUCTURE_ERROR after too many
 * attempts. The student is never charged.
 * @throws ClaimLostError
 */
export async function releaseRun(tx: Tx, { runId, claimToken, cause, message, delaySeconds, now }: Release) {
  await assertHeld(tx, runId, claimToken);
  await tx.runPhase.updateMany({
    where: { runId, status: 'RUNNING' },
    data: { status: 'FAILED', endedAt: now },
  });
  const { attempt, organizationId, workerId } = await tx.run.findUniqueOrThrow({ where: { id: runId } });
  await tx.runInterruption.create({ data: { organizationId, runId, attempt, cause, workerId } });
  const broken = await tx.runInterruption.count({ where: { runId, cause: { not: 'WORKER_STOPPED' } } });
  const isGivenUp = broken >= MAX_INFRASTRUCTURE_ATTEMPTS;
  await tx.run.update({
    where: { id: runId },
    data: isGivenUp
      ? {
          status: 'FINISHED',
          outcome: 'INFRASTRUCTURE_ERROR',
          message,
          finishedAt: now,
          leaseExpiresAt: null,
        }
      : {
          status: 'QUEUED',
          claimToken: null,
          workerId: null,
          leaseExpiresAt: null,
        },
  });
  // Uses the database's clock, so that a worker with a wrong clock cannot delay a run for a day.
  if (!isGivenUp)
    await tx.$executeRaw`
      UPDATE runs SET not_before = now() + make_interval(secs => ${delaySeconds}::float8) WHERE id = ${runId}::uuid`;
  return isGivenUp ? ('GIVEN_UP' as const) : ('REQUEUED' as const);
}

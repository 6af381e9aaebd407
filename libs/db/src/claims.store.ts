import { ClaimLostError, type InterruptionCause } from '@holdout/domain';
import type { Tx } from './database.js';

/**
 * How often a broken host may try a run before the run is given up. A worker that was stopped in order does not count. The
 * database's sweep uses the same rule.
 */
export const MAX_INFRASTRUCTURE_ATTEMPTS = 5;

/**
 * Locks the run for the rest of the transaction, if this worker still holds it. Every write of a worker starts here: one
 * that lost its lease can then write nothing.
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
  /** What a run that is given up says, in words for a student. */
  message: string;
  delaySeconds: number;
  now: Date;
}

/**
 * Gives a run back after a fault of the host. It is tried again later, or ends as INFRASTRUCTURE_ERROR once it has been
 * tried often enough. Never charged to the student.
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
  // By the database's clock: a worker whose own is wrong must not put a run off for a day.
  if (!isGivenUp)
    await tx.$executeRaw`
      UPDATE runs SET not_before = now() + make_interval(secs => ${delaySeconds}::float8) WHERE id = ${runId}::uuid`;
  return isGivenUp ? ('GIVEN_UP' as const) : ('REQUEUED' as const);
}

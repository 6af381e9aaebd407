import {
  ConflictError,
  PARALLEL_RUNS_PER_STUDENT,
  RateLimitedError,
  TooManyRunsError,
  startOfDay,
  startOfNextDay,
} from '@holdout/domain';
import { lockAttempts } from './attempts.store.js';
import type { Tx } from './database.js';
import { newId } from './ids.js';

export interface ReproductionRequest {
  organizationId: string;
  original: {
    id: string;
    submissionId: string;
    assignmentVersionId: string;
    seed: number;
    salt: string | null;
  };
  requestedById: string;
  limits: {
    perDay: number;
    /** Of this run, by this person, ever; null for no limit. */
    perRun: number | null;
  };
  now: Date;
}

/** With the kind of what is repeated: it decides on which rows both were scored. */
const withOriginal = { original: { select: { kind: true } } } as const;

/**
 * Writes a run that repeats another one, and the record that its verdict goes into. The run stands in the queue as whoever asked
 * for it, within the organization's share. It charges no attempt.
 * @throws ConflictError, RateLimitedError, TooManyRunsError
 */
export async function requestReproduction(tx: Tx, request: ReproductionRequest) {
  const { organizationId, original, requestedById, now } = request;
  if (original.salt === null)
    throw new ConflictError(
      'This run is from before reproductions: how its rows were shuffled is not known.',
    );
  await lockAttempts(tx, requestedById);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reproduce:${original.id}`}, 0))`;
  await assertMayReproduce(tx, request);
  const run = await tx.run.create({
    data: {
      id: newId(),
      organizationId,
      submissionId: original.submissionId,
      assignmentVersionId: original.assignmentVersionId,
      studentId: requestedById,
      kind: 'REPRODUCTION',
      seed: original.seed,
      salt: original.salt,
      queuedAt: now,
    },
  });
  return tx.reproduction.create({
    data: {
      id: newId(),
      organizationId,
      originalRunId: original.id,
      runId: run.id,
      requestedById,
      createdAt: now,
    },
    include: withOriginal,
  });
}

async function assertMayReproduce(
  tx: Tx,
  { original, requestedById, limits, now }: ReproductionRequest,
): Promise<void> {
  if (await tx.reproduction.findFirst({ where: { originalRunId: original.id, verdict: null } }))
    throw new ConflictError('This run is being reproduced already. Wait for its verdict.');
  const inFlight = await tx.run.count({
    where: { studentId: requestedById, status: { in: ['QUEUED', 'RUNNING'] } },
  });
  if (inFlight >= PARALLEL_RUNS_PER_STUDENT) throw new TooManyRunsError(PARALLEL_RUNS_PER_STUDENT);
  const { perDay, perRun } = limits;
  const ofRun = await tx.reproduction.count({ where: { originalRunId: original.id, requestedById } });
  if (perRun !== null && ofRun >= perRun) {
    throw new RateLimitedError(`You had this run reproduced ${perRun} times, which is as often as one may.`, {
      limit: perRun,
    });
  }
  const today = await tx.reproduction.count({
    where: { requestedById, createdAt: { gte: startOfDay(now, 'UTC') } },
  });
  if (today >= perDay) {
    const retryAt = startOfNextDay(now, 'UTC').toISOString();
    throw new RateLimitedError(`All ${perDay} reproductions of today are used. The next is at ${retryAt}.`, {
      limit: perDay,
      retryAt,
    });
  }
}

/** How often a run was reproduced, newest first; 50 at most. */
export function reproductionsOf(tx: Tx, originalRunId: string) {
  return tx.reproduction.findMany({
    where: { originalRunId },
    include: withOriginal,
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
}

/** The record that a run of kind REPRODUCTION belongs to; null for any other run. */
export function reproductionBy(tx: Tx, runId: string) {
  return tx.reproduction.findUnique({ where: { runId }, include: withOriginal });
}

import {
  ConflictError,
  PARALLEL_RUNS_PER_STUDENT,
  RateLimitedError,
  TooManyRunsError,
  startOfDay,
  startOfNextDay,
  type ReproductionVerdict,
} from '@holdout/domain';
import { lockAttempts } from './attempts.store.js';
import { evidence } from './credentials.store.js';
import type { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { assertReproductionIsPaid } from './quotas.store.js';
import { resourceOf } from './submissions.store.js';

const DAY_MS = 24 * 60 * 60 * 1000;

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
  /** Whether somebody outside the organization asks. */
  isFromOutside?: boolean;
  limits: {
    perDay: number;
    /** How often this person may ever reproduce this run; null for no limit. */
    perRun: number | null;
    /** How often anyone may have reproduced this run recently; absent if its own people ask from its page. */
    lately?: { most: number; days: number };
  };
  now: Date;
}

/** A reproduction that did not finish says nothing to anybody. */
const isTold = {
  OR: [{ verdict: null }, { verdict: { not: 'INCONCLUSIVE' } }],
} satisfies Prisma.ReproductionWhereInput;

/** Includes the kind of the original, which decides the rows that both were scored on. */
const withOriginal = { original: { select: { kind: true } } } as const;

/**
 * Creates a run that repeats another one, and the record that its verdict will be written to. The run is queued for
 * the person who asked, within the organization's share, and is paid from its quota. It charges no attempt.
 * @throws ConflictError, RateLimitedError, TooManyRunsError, QuotaSpentError
 */
export async function requestReproduction(tx: Tx, request: ReproductionRequest) {
  const { organizationId, original, requestedById, isFromOutside = false, now } = request;
  if (original.salt === null)
    throw new ConflictError(
      'This run is from before reproductions: how its rows were shuffled is not known.',
    );
  await lockAttempts(tx, requestedById);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reproduce:${original.id}`}, 0))`;
  await assertMayReproduce(tx, request);
  await assertNotReproducedLately(tx, request);
  const { definition } = await tx.assignmentVersion.findUniqueOrThrow({
    where: { id: original.assignmentVersionId },
    select: { definition: true },
  });
  await assertReproductionIsPaid(tx, { resource: resourceOf(definition), now });
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
      isFromOutside,
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
    throw new RateLimitedError(`All ${perDay} reproductions for today are used. The next is at ${retryAt}.`, {
      limit: perDay,
      retryAt,
    });
  }
}

async function assertNotReproducedLately(
  tx: Tx,
  { original, limits: { lately }, now }: ReproductionRequest,
): Promise<void> {
  if (!lately) return;
  const { most, days } = lately;
  const recent = await tx.reproduction.findMany({
    where: {
      originalRunId: original.id,
      ...isTold,
      createdAt: { gt: new Date(now.getTime() - days * DAY_MS) },
    },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  });
  const [first] = recent;
  if (!first || recent.length < most) return;
  const retryAt = new Date(first.createdAt.getTime() + days * DAY_MS).toISOString();
  throw new RateLimitedError(
    `This result was reproduced ${most} times within ${days} days; the verdicts are on its page. The next is at ${retryAt}.`,
    { limit: most, retryAt },
  );
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

/** When a result was reproduced, and with what verdict. It does not say who asked. */
export interface ResultReproduction {
  runId: string;
  /** Null while it is running. */
  verdict: ReproductionVerdict | null;
  /** Time of the verdict, or of the request while there is none. */
  at: Date;
}

/**
 * The verdicts of reproducing these results, newest first, 500 at most. All of them are returned, whoever asked, so that an
 * unwelcome verdict is listed too.
 */
export async function reproductionsOfResults(
  tx: Tx,
  runIds: readonly string[],
): Promise<ResultReproduction[]> {
  if (runIds.length === 0) return [];
  const rows = await tx.reproduction.findMany({
    where: {
      originalRunId: { in: [...runIds] },
      ...isTold,
    },
    orderBy: { createdAt: 'desc' },
    select: { originalRunId: true, verdict: true, createdAt: true, finishedAt: true },
    take: 500,
  });
  return rows.map(({ originalRunId, verdict, createdAt, finishedAt }) => ({
    runId: originalRunId,
    verdict,
    at: finishedAt ?? createdAt,
  }));
}

/** The run of a published receipt; null for any other digest. */
export async function runOfEvidence(tx: Tx, digest: string): Promise<string | null> {
  const receipt = await tx.receipt.findFirst({ where: evidence(digest), select: { runId: true } });
  return receipt?.runId ?? null;
}

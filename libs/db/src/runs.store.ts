import { NotFoundError, type PhaseName, type PhaseStatus, type RunKind } from '@holdout/domain';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { checkedId, newId } from './ids.js';
import { toJson, toNullableJson } from './json.js';
import { assertHeld } from './claims.store.js';
import { ownOrTeams } from './work-holders.js';

const newestScore = {
  orderBy: { createdAt: 'desc' },
  take: 1,
  omit: { resampledPoints: true },
} satisfies Prisma.Run$scoresArgs;

/** All that the page of a run shows. */
export const runDetails = {
  phases: { orderBy: [{ attempt: 'asc' }, { position: 'asc' }] },
  interruptions: { orderBy: { attempt: 'asc' } },
  metrics: { orderBy: { position: 'asc' } },
  scores: newestScore,
  receipt: true,
  submission: { include: { assignment: { include: { stage: true } } } },
} satisfies Prisma.RunInclude;

/** @throws NotFoundError */
export async function runById(tx: Tx, id: string) {
  const run = await tx.run.findUnique({ where: { id: checkedId(id, 'The run') }, include: runDetails });
  if (!run) throw new NotFoundError('The run');
  return run;
}

export interface RunFilter {
  /** If set, only runs that this student or a team-mate submitted. */
  readerId?: string;
  assignmentId?: string;
  kind?: RunKind;
}

/** Excludes reproductions, which are listed with the run that they repeat. */
const isAttempt = { kind: { not: 'REPRODUCTION' } } satisfies Prisma.RunWhereInput;

/**
 * A page of runs, newest first, without reproductions. `after` is the id of the last run of the previous page.
 * @throws NotFoundError when there is no such run
 */
export async function runPage(
  tx: Tx,
  filter: RunFilter,
  { first, after }: { first: number; after?: string | null },
) {
  const rows = await tx.run.findMany({
    where: {
      ...(filter.readerId ? { AND: [await ownOrTeams(tx, filter.readerId)] } : {}),
      ...(filter.kind ? { kind: filter.kind } : isAttempt),
      ...(filter.assignmentId ? { assignmentVersion: { assignmentId: filter.assignmentId } } : {}),
      ...(after ? await behind(tx, after) : {}),
    },
    include: runDetails,
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
  });
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/**
 * The condition for runs that come after a given one. Its first part can use the index, however far down the page is.
 */
async function behind(tx: Tx, after: string): Promise<Prisma.RunWhereInput> {
  const id = checkedId(after, 'The page');
  const run = await tx.run.findUnique({ where: { id }, select: { queuedAt: true } });
  if (!run) throw new NotFoundError('The page');
  const { queuedAt } = run;
  return { queuedAt: { lte: queuedAt }, OR: [{ queuedAt: { lt: queuedAt } }, { id: { lt: id } }] };
}

/** Runs by submission id: for lists. */
export function runsOfSubmissions(tx: Tx, submissionIds: readonly string[]) {
  return tx.run.findMany({
    where: { submissionId: { in: [...submissionIds] }, ...isAttempt },
    include: runDetails,
    orderBy: { queuedAt: 'desc' },
  });
}

/**
 * Asks a run to stop. A waiting run ends at once, a running one is stopped by its worker, and a finished one stays as
 * it is.
 * @throws NotFoundError
 */
export async function cancelRun(tx: Tx, id: string, now: Date) {
  const runId = checkedId(id, 'The run');
  await cancelRuns(tx, [runId], now);
  return runById(tx, runId);
}

/** The same for several at once. */
export async function cancelRuns(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const among = { id: { in: [...ids] } };
  await tx.run.updateMany({
    where: { ...among, status: 'QUEUED' },
    data: {
      status: 'FINISHED',
      outcome: 'CANCELLED',
      message: 'Cancelled before it started.',
      cancelRequestedAt: now,
      finishedAt: now,
    },
  });
  await tx.run.updateMany({
    where: { ...among, status: 'RUNNING', cancelRequestedAt: null },
    data: { cancelRequestedAt: now },
  });
}

/** What a reproduction is compared with: the scorer's result before anything was added to it. */
const asScored = {
  metrics: true,
  artifacts: { where: { kind: 'PREDICTIONS', deletedAt: null } },
  scores: {
    where: { cause: 'GRADED' },
    orderBy: { createdAt: 'asc' },
    take: 1,
    omit: { resampledPoints: true },
  },
} satisfies Prisma.RunInclude;

/** What a worker needs to grade a run it holds. @throws ClaimLostError */
export async function runToGrade(tx: Tx, runId: string, claimToken: string) {
  await assertHeld(tx, runId, claimToken);
  return tx.run.findUniqueOrThrow({
    where: { id: runId },
    include: {
      submission: true,
      reproduction: { include: { original: { include: asScored } } },
      assignmentVersion: {
        include: {
          assignment: true,
          grader: true,
          calibration: true,
          dataset: { include: { splits: true } },
          rubric: { orderBy: { version: 'desc' }, take: 1, include: { criteria: true } },
        },
      },
    },
  });
}

export interface PhaseStart {
  runId: string;
  claimToken: string;
  organizationId: string;
  attempt: number;
  position: number;
  name: PhaseName;
  label: string;
  limitSeconds: number;
  startedAt: Date;
}

/**
 * Opens a phase and returns its id.
 * @throws ClaimLostError
 */
export async function startPhase(tx: Tx, { claimToken, ...phase }: PhaseStart): Promise<string> {
  await assertHeld(tx, phase.runId, claimToken);
  const id = newId();
  await tx.runPhase.create({ data: { id, ...phase } });
  return id;
}

export interface PhaseEnd {
  runId: string;
  claimToken: string;
  phaseId: string;
  status: Exclude<PhaseStatus, 'RUNNING'>;
  endedAt: Date;
  /** { wallMs, userSeconds, systemSeconds, maxRssBytes, samples: [seconds, processor seconds, bytes of memory][] } */
  usage?: Readonly<Record<string, number | readonly (readonly number[])[]>> | null;
}

/** @throws ClaimLostError */
export async function endPhase(
  tx: Tx,
  { runId, claimToken, phaseId, status, endedAt, usage }: PhaseEnd,
): Promise<void> {
  await assertHeld(tx, runId, claimToken);
  await tx.runPhase.updateMany({
    where: { id: phaseId, runId, status: 'RUNNING' },
    data: { status, endedAt, usage: toNullableJson(usage) },
  });
}

/**
 * Stores the per-run salt before anything is computed with it, so that a reproduction can use the same one.
 * @throws ClaimLostError
 */
export async function recordSalt(tx: Tx, runId: string, claimToken: string, salt: string): Promise<void> {
  await assertHeld(tx, runId, claimToken);
  await tx.run.update({ where: { id: runId }, data: { salt } });
}

/**
 * Records the digests of everything that the result depends on.
 * @throws ClaimLostError
 */
export async function recordProvenance(
  tx: Tx,
  runId: string,
  claimToken: string,
  provenance: object,
): Promise<void> {
  await assertHeld(tx, runId, claimToken);
  await tx.run.update({ where: { id: runId }, data: { provenance: toJson(provenance) } });
}

import { ConflictError, NotFoundError, RateLimitedError } from '@holdout/domain';
import { z } from 'zod';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { toJson } from './json.js';

/** Open requests that one student may have at a time. */
const MAX_OPEN = 5;
const MAX_MESSAGES = 30;

const thread = z.array(z.object({ authorId: z.string(), text: z.string(), at: z.iso.datetime() }));
export type RegradeMessage = z.infer<typeof thread>[number];

export type RegradeDecision = 'ACCEPTED' | 'DECLINED';

interface NewRequest {
  organizationId: string;
  runId: string;
  studentId: string;
  reason: string;
  now: Date;
}

type Row = NonNullable<Awaited<ReturnType<Tx['regradeRequest']['findFirst']>>>;
const toRequest = ({ thread: json, ...row }: Row) => ({ ...row, messages: thread.parse(json) });
export type RegradeRequest = ReturnType<typeof toRequest>;

/**
 * Opens a request about a run. Two concurrent calls cannot both open one.
 * @throws ConflictError while one is open; RateLimitedError when too many are
 */
export async function openRegradeRequest(tx: Tx, request: NewRequest): Promise<RegradeRequest> {
  const { organizationId, runId, studentId, reason, now } = request;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`regrade:${studentId}`}, 0))`;
  const open = await tx.regradeRequest.findMany({
    where: { studentId, status: 'OPEN' },
    select: { runId: true },
  });
  if (open.some((known) => known.runId === runId))
    throw new ConflictError('You asked for a regrade of this run already. Write in its thread.');
  if (open.length >= MAX_OPEN) {
    throw new RateLimitedError(`You have ${MAX_OPEN} open requests. Wait until one of them is answered.`, {
      limit: MAX_OPEN,
    });
  }
  const first = { authorId: studentId, text: reason, at: now.toISOString() };
  return toRequest(
    await tx.regradeRequest.create({
      data: { id: newId(), organizationId, runId, studentId, thread: toJson([first]) },
    }),
  );
}

/** Requests by run id, newest first. */
export async function regradeRequestsOf(tx: Tx, runIds: readonly string[]): Promise<RegradeRequest[]> {
  const rows = await tx.regradeRequest.findMany({
    where: { runId: { in: [...runIds] } },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(toRequest);
}

/** Open requests of the organization, oldest first. `after` is the id of the last request of the previous page. */
export async function openRegradeRequests(tx: Tx, { first, after }: { first: number; after: string | null }) {
  const rows = await tx.regradeRequest.findMany({
    where: { status: 'OPEN' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: first + 1,
    ...(after ? { cursor: { id: checkedId(after, 'The page') }, skip: 1 } : {}),
  });
  return { rows: rows.slice(0, first).map(toRequest), hasNextPage: rows.length > first };
}

/** The assignments that these runs were submitted to, by run id. */
export async function assignmentsOfRuns(tx: Tx, runIds: readonly string[]) {
  const rows = await tx.run.findMany({
    where: { id: { in: [...runIds] } },
    select: { id: true, submission: { select: { assignment: { include: { stage: true } } } } },
  });
  return new Map(rows.map(({ id, submission }) => [id, submission.assignment]));
}

/**
 * Locks the thread against other writers until the transaction ends.
 * @throws NotFoundError
 */
export async function lockedRegradeRequest(tx: Tx, id: string): Promise<RegradeRequest> {
  const requestId = checkedId(id, 'The request');
  await tx.$executeRaw`SELECT 1 FROM regrade_requests WHERE id = ${requestId}::uuid FOR UPDATE`;
  const row = await tx.regradeRequest.findUnique({ where: { id: requestId } });
  if (!row) throw new NotFoundError('The request');
  return toRequest(row);
}

/**
 * Adds a message to a thread; a message with a decision closes it.
 * @throws ConflictError when it was already decided, or the thread is too long
 */
export async function addRegradeMessage(
  tx: Tx,
  request: RegradeRequest,
  message: { authorId: string; text: string; now: Date },
  decision: RegradeDecision | null,
): Promise<RegradeRequest> {
  if (request.status !== 'OPEN')
    throw new ConflictError('This request was decided. Open another one if there is something new.');
  if (request.messages.length >= MAX_MESSAGES && decision === null)
    throw new ConflictError(`A thread holds ${MAX_MESSAGES} messages. It has to be decided now.`);
  const { authorId, text, now } = message;
  const messages = [...request.messages, { authorId, text, at: now.toISOString() }];
  return toRequest(
    await tx.regradeRequest.update({
      where: { id: request.id },
      data: { thread: toJson(messages), ...(decision && { status: decision }) },
    }),
  );
}

import { AppError } from '@holdout/domain';
import type { JobQueues } from '@holdout/jobs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from '../http/http-errors.js';
import { RequestLimit } from '../http/request-limit.js';
import { authorize } from '../operation/access.js';
import { credentialsOf } from '../operation/credentials.js';
import type { Operations } from '../operation/operations.js';

/** Below it the board lies. */
const PLACE = '/queues';
/** It asks every few seconds while it is open. */
const MOST_REQUESTS = 600;
/** Scripts and styles of its own and nothing else; it gets no fonts from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface QueueBoardParts {
  operations: Operations;
  queues: () => JobQueues;
  report: (error: unknown, correlationId: string) => void;
}

/** What waits in the queues, for operators. What is done about runs and workers, the fleet's page does. */
export function queueBoardRoutes(
  app: FastifyInstance,
  { operations, queues, report }: QueueBoardParts,
): void {
  const limit = new RequestLimit(MOST_REQUESTS);
  let board: Promise<FastifyInstance> | null = null;

  /** Queues hold connections, and the board is heavy: neither is there before somebody looks. */
  const opened = () => {
    board ??= import('./board.js').then(({ boardOver }) => boardOver(queues(), PLACE));
    board.catch(() => (board = null));
    return board;
  };

  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      const credentials = credentialsOf(request.headers);
      limit.take(credentials, request.ip);
      const operation = operations.open(credentials, request.id, request.ip);
      await authorize(operation, { kind: 'operators', roles: [] });
      const { routing } = await opened();
      reply.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' });
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      routing(request.raw, reply.raw);
      return reply;
    } catch (error) {
      if (!(error instanceof AppError)) report(error, request.id);
      const { status, body } = httpError(error, request.id);
      return reply.code(status).send(body);
    }
  };
  app.get(PLACE, show);
  app.get(`${PLACE}/*`, show);
}

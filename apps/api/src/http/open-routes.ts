import { RateLimitedError } from '@holdout/domain';
import type { FastifyInstance } from 'fastify';
import { httpError } from './http-errors.js';

/** Paths that anyone may read, from any site. */
const OPEN = /^\/issuers\//;
const WINDOW_MS = 60_000;
/** From one address within the window. A page that verifies one credential asks four times. */
const MOST_REQUESTS = 600;

/** Lets pages of other sites read what is published, and holds each address to a limit. */
export function openRoutes(app: FastifyInstance): void {
  const counts = new Map<string, number>();
  const reset = setInterval(() => counts.clear(), WINDOW_MS);
  reset.unref();
  app.addHook('onClose', () => clearInterval(reset));
  app.addHook('onRequest', async (request, reply) => {
    if (!OPEN.test(request.url)) return;
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
    const count = (counts.get(request.ip) ?? 0) + 1;
    counts.set(request.ip, count);
    if (count <= MOST_REQUESTS) return;
    const retryAt = new Date(Date.now() + WINDOW_MS).toISOString();
    const { status, body } = httpError(
      new RateLimitedError(`There were more than ${MOST_REQUESTS} requests within a minute. Wait a minute.`, {
        limit: MOST_REQUESTS,
        retryAt,
      }),
      request.id,
    );
    await reply.code(status).send(body);
  });
}

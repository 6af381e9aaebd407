import type { FastifyInstance } from 'fastify';
import { credentialsOf } from '../operation/credentials.js';
import { httpError } from './http-errors.js';
import { RequestLimit } from './request-limit.js';

/**
 * Queries and mutations are counted elsewhere, because their refusal has the form of a GraphQL answer (see graphql.routes).
 * Health checks are not counted.
 */
const isCountedElsewhere = (method: string, url: string): boolean =>
  url.startsWith('/health/') || (method === 'POST' && url === '/graphql');

/**
 * Holds each person and each address to a number of requests within a minute, whatever they ask for: files, uploads, sockets.
 * @param most as for queries and mutations
 */
export function requestLimits(app: FastifyInstance, most: number): void {
  const limit = new RequestLimit(most);
  app.addHook('onRequest', async (request, reply) => {
    if (isCountedElsewhere(request.method, request.url)) return;
    try {
      limit.take(credentialsOf(request.headers), request.ip);
    } catch (error) {
      const { status, body } = httpError(error, request.id);
      await reply.code(status).send(body);
    }
  });
}

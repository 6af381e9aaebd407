import type { FastifyInstance } from 'fastify';
import { AddressLimit } from './address-limit.js';
import { httpError } from './http-errors.js';

/** Paths that anyone may read, from any site. */
const OPEN = /^\/issuers\//;
/** A page that verifies one credential asks four times. */
const MOST_REQUESTS = 600;

/** Lets pages of other sites read what is published, and holds each address to a limit. */
export function openRoutes(app: FastifyInstance): void {
  const limit = new AddressLimit(MOST_REQUESTS);
  app.addHook('onRequest', async (request, reply) => {
    if (!OPEN.test(request.url)) return;
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
    try {
      limit.take(request.ip);
    } catch (error) {
      const { status, body } = httpError(error, request.id);
      await reply.code(status).send(body);
    }
  });
}

import type { FastifyInstance } from 'fastify';
import { AddressLimit } from './address-limit.js';
import { httpError } from './http-errors.js';

/** Paths that anyone may read, from any site. */
const PUBLISHED = /^\/issuers\//;
/** A page that verifies one credential asks four times. */
const MOST_READS = 600;
/** Steps of launches: a browser brings no session along there. */
const LAUNCHES = /^\/lti\//;
/** Three for each launch, and a whole school may share an address. */
const MOST_STEPS = 1_200;

/** Lets pages of other sites read what is published, and holds each address to a limit where nobody is known yet. */
export function openRoutes(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!PUBLISHED.test(request.url)) return;
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
  });
  limited(app, PUBLISHED, MOST_READS);
  limited(app, LAUNCHES, MOST_STEPS);
}

function limited(app: FastifyInstance, paths: RegExp, most: number): void {
  const limit = new AddressLimit(most);
  app.addHook('onRequest', async (request, reply) => {
    if (!paths.test(request.url)) return;
    try {
      limit.take(request.ip);
    } catch (error) {
      const { status, body } = httpError(error, request.id);
      await reply.code(status).send(body);
    }
  });
}

import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiMetrics } from '../metrics/api-metrics.js';

const operations = new WeakMap<FastifyRequest, string>();

/** Says what a request to /graphql asks for: its address does not. */
export function nameOperation(request: FastifyRequest, name: string): void {
  operations.set(request, name);
}

/**
 * One line for each request, with its correlation id, and its count by the route's pattern: addresses themselves are without
 * end. Bodies, queries and headers are in neither, as they may hold secrets.
 */
export function endedRequests(app: FastifyInstance, metrics: ApiMetrics, logger: LoggerService): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, id: correlationId, ip: address } = request;
    const seconds = reply.elapsedTime / 1000;
    const route = request.routeOptions.url ?? 'none';
    metrics.requestEnded(method, route, reply.statusCode, seconds);
    if (route.startsWith('/health/')) return;
    const operation = operations.get(request);
    const line = {
      correlationId,
      method,
      route,
      status: reply.statusCode,
      ms: Math.round(seconds * 1000),
      address,
    };
    logger.log({ ...line, ...(operation && { operation }) }, 'request ended');
  });
}

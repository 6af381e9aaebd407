import type { FastifyInstance } from 'fastify';
import { bindOperation, boundOperation } from '../operation/current-operation.js';
import { credentialsOf } from '../operation/credentials.js';
import type { Operations } from '../operation/operations.js';

/** Gives the requests of controllers their operation, and ends it when they are answered: what a route writes it commits itself. */
export function boundOperations(app: FastifyInstance, operations: Operations): void {
  app.addHook('onRequest', async (request) => {
    bindOperation(request, operations.open(credentialsOf(request.headers), request.id, request.ip));
  });
  app.addHook('onResponse', async (request) => {
    await boundOperation(request)?.rollback();
  });
}

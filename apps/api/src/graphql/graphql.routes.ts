import { BadUserInputError, ForbiddenError } from '@holdout/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isOwnOrigin } from '../http/origins.js';
import { credentialsOf } from '../operation/credentials.js';
import type { Operations } from '../operation/operations.js';
import type { ErrorFormatter } from './errors.js';
import type { GraphqlExecutor } from './graphql-executor.js';

/** A roster of 10,000 people comes in one variable. */
const BODY_BYTES = 1024 * 1024;
const QUERY_CHARACTERS = 64 * 1024;

const body = z.object({
  query: z.string().min(1).max(QUERY_CHARACTERS),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface GraphqlRouteParts {
  operations: Operations;
  executor: GraphqlExecutor;
  formatter: ErrorFormatter;
  trustedOrigins: readonly string[];
}

/** POST /graphql: queries and mutations. Subscriptions have a socket of the same address. */
export function graphqlRoutes(app: FastifyInstance, parts: GraphqlRouteParts): void {
  const { operations, executor, formatter, trustedOrigins } = parts;
  app.post('/graphql', { bodyLimit: BODY_BYTES }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const refuse = (status: number, error: Error) =>
      reply.code(status).send({ errors: [formatter.format(error, request.id)] });
    // A form or an image of another site cannot send this type without being asked for permission first.
    if (!request.headers['content-type']?.toLowerCase().startsWith('application/json')) {
      return refuse(415, new BadUserInputError('Send the query as application/json.'));
    }
    if (!isOwnOrigin(request.headers.origin, trustedOrigins)) {
      return refuse(
        403,
        new ForbiddenError('This request comes from a page of another site. Open Holdout itself.'),
      );
    }
    const parsed = body.safeParse(request.body);
    if (!parsed.success) {
      return refuse(
        400,
        new BadUserInputError('The body must be an object with "query" and, where needed, "variables".'),
      );
    }
    const operation = operations.open(credentialsOf(request.headers), request.id, request.ip);
    return executor.execute(reply, operation, parsed.data);
  });
}

import { BadUserInputError, ForbiddenError } from '@holdout/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HTTP_STATUS } from '../http/http-errors.js';
import { isOwnOrigin } from '../http/origins.js';
import { RequestLimit } from '../http/request-limit.js';
import { credentialsOf } from '../operation/credentials.js';
import type { Operations } from '../operation/operations.js';
import type { ErrorFormatter } from './errors.js';
import type { GraphqlExecutor, GraphqlResponse } from './graphql-executor.js';
import type { AskedDocument } from './trusted-documents.js';

const BODY_BYTES = 256 * 1024;
const QUERY_CHARACTERS = 64 * 1024;

const body = z.object({
  query: z.string().min(1).max(QUERY_CHARACTERS).nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.looseObject({ documentId: z.string().max(100).nullish() }).nullish(),
});

/** What a request asks for: a document named by its id, or else the one that it contains. */
function askedBy({ query, extensions }: z.infer<typeof body>): AskedDocument | null {
  if (extensions?.documentId) return { documentId: extensions.documentId };
  return query ? { query } : null;
}

export interface GraphqlRouteParts {
  operations: Operations;
  executor: GraphqlExecutor;
  formatter: ErrorFormatter;
  trustedOrigins: readonly string[];
  /** Per person and minute. */
  mostRequests: number;
}

/**
 * Clients that accept this type can tell by the HTTP status that nothing was executed. Others get 200, as they
 * expect.
 */
const RESPONSE_TYPE = 'application/graphql-response+json';

function statusOf({ data, errors }: GraphqlResponse): number {
  const code = errors?.[0]?.extensions?.code;
  if (data !== undefined || typeof code !== 'string') return 200;
  return Object.entries(HTTP_STATUS).find(([name]) => name === code)?.[1] ?? 400;
}

/** POST /graphql: queries and mutations. Subscriptions use a WebSocket at the same address. */
export function graphqlRoutes(app: FastifyInstance, parts: GraphqlRouteParts): void {
  const { operations, executor, formatter, trustedOrigins } = parts;
  const limit = new RequestLimit(parts.mostRequests);
  app.post('/graphql', { bodyLimit: BODY_BYTES }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const refuse = (status: number, error: Error) =>
      reply.code(status).send({ errors: [formatter.format(error, request.id)] });
    // A form or an image on another site cannot send this content type without a CORS preflight.
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
    const asked = parsed.success ? askedBy(parsed.data) : null;
    if (!parsed.success || !asked) {
      return refuse(
        400,
        new BadUserInputError(
          'The body must be an object with "query", or "documentId" in "extensions", and, where needed, "variables".',
        ),
      );
    }
    const credentials = credentialsOf(request.headers);
    try {
      limit.take(credentials, request.ip);
    } catch (error) {
      return refuse(429, error as Error);
    }
    const operation = operations.open(credentials, request.id, request.ip);
    const { variables, operationName } = parsed.data;
    const response = await executor.execute(reply, operation, { asked, variables, operationName });
    if (request.headers.accept?.includes(RESPONSE_TYPE)) {
      reply.type(`${RESPONSE_TYPE}; charset=utf-8`).code(statusOf(response));
    }
    return response;
  });
}

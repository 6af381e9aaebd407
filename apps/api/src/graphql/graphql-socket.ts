import { ForbiddenError, BadUserInputError } from '@holdout/domain';
import type { FastifyInstance } from 'fastify';
import {
  type GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import { makeHandler } from 'graphql-ws/use/@fastify/websocket';
import { randomUUID } from 'node:crypto';
import type { ApiMetrics } from '../metrics/api-metrics.js';
import { isOwnOrigin } from '../http/origins.js';
import { socketCredentials } from '../operation/credentials.js';
import type { Operations } from '../operation/operations.js';
import { onlyOperation } from './documents.js';
import type { ErrorFormatter } from './errors.js';
import { assertWithinLimits } from './limits.js';
import { assertStorable } from './storable-text.js';
import { EventStream } from './event-stream.js';
import type { TrustedDocuments } from './trusted-documents.js';

const MAX_SUBSCRIPTIONS = 20;
const MAX_TOKENS = 1000;
const CONNECTION_INIT_MS = 5_000;
const KEEP_ALIVE_MS = 12_000;

export interface SocketParts {
  operations: Operations;
  documents: TrustedDocuments;
  formatter: ErrorFormatter;
  schema: () => GraphQLSchema;
  trustedOrigins: readonly string[];
  hidesSchema: boolean;
  metrics: ApiMetrics;
}

/** GET /graphql as a socket (graphql-transport-ws): subscriptions only, one operation for every event. */
export function graphqlSocket(app: FastifyInstance, parts: SocketParts): void {
  const { operations, formatter, trustedOrigins, metrics } = parts;
  const rules = [...specifiedRules, ...(parts.hidesSchema ? [NoSchemaIntrospectionCustomRule] : [])];
  const open = new Map<object, number>();
  metrics.watchSockets(() => ({
    sockets: open.size,
    subscriptions: [...open.values()].reduce((sum, count) => sum + count, 0),
  }));

  const handler = makeHandler(
    {
      connectionInitWaitTimeout: CONNECTION_INIT_MS,
      onConnect: async ({ connectionParams, extra }) => {
        const credentials = socketCredentials(extra.request.headers, connectionParams);
        const operation = operations.open(credentials, randomUUID());
        const isSignedIn = (await operation.viewer()) !== null;
        if (isSignedIn) open.set(extra.socket, 0);
        return isSignedIn;
      },
      onSubscribe: async (
        { connectionParams, extra },
        _id,
        payload,
      ): Promise<readonly GraphQLError[] | ExecutionArgs> => {
        const correlationId = randomUUID();
        const schema = parts.schema();
        const credentials = socketCredentials(extra.request.headers, connectionParams);
        try {
          const documentId = payload.extensions?.documentId;
          const query = await parts.documents.textOf(
            typeof documentId === 'string' ? { documentId } : { query: payload.query },
            operations.open(credentials, correlationId),
          );
          const document = parse(query, { maxTokens: MAX_TOKENS });
          const definition = onlyOperation(document);
          if (definition.operation !== 'subscription') {
            throw new BadUserInputError(
              'A socket carries subscriptions. Send queries and mutations by POST.',
            );
          }
          const count = (open.get(extra.socket) ?? 0) + 1;
          if (count > MAX_SUBSCRIPTIONS) {
            throw new BadUserInputError(`A socket carries ${MAX_SUBSCRIPTIONS} subscriptions at most.`, {
              limit: MAX_SUBSCRIPTIONS,
            });
          }
          const invalid = validate(schema, document, rules);
          if (invalid.length > 0) return invalid.map((error) => formatter.asError(error, correlationId));
          assertWithinLimits(document, definition, payload.variables ?? {});
          assertStorable(document, payload.variables ?? {});
          open.set(extra.socket, count);
          return {
            schema,
            document,
            variableValues: payload.variables ?? null,
            operationName: payload.operationName ?? null,
            contextValue: { credentials },
          };
        } catch (error) {
          return [formatter.asError(error, correlationId)];
        }
      },
      onComplete: ({ extra }) => {
        const count = open.get(extra.socket);
        if (count) open.set(extra.socket, count - 1);
      },
      onClose: ({ extra }) => {
        open.delete(extra.socket);
      },
      subscribe: (args) => EventStream.open(args, operations, formatter),
    },
    KEEP_ALIVE_MS,
  );

  app.get(
    '/graphql',
    {
      websocket: true,
      preValidation: async (request) => {
        if (!isOwnOrigin(request.headers.origin, trustedOrigins)) {
          throw new ForbiddenError('This request comes from a page of another site. Open Holdout itself.');
        }
      },
    },
    handler,
  );
}

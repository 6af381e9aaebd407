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
import { RequestLimit } from '../http/request-limit.js';
import { socketCredentials } from '../operation/credentials.js';
import type { Operations } from '../operation/operations.js';
import { onlyOperation } from './documents.js';
import type { ErrorFormatter } from './errors.js';
import { assertWithinLimits } from './limits.js';
import { assertStorable } from './storable-text.js';
import { EventStream } from './event-stream.js';
import type { TrustedDocuments } from './trusted-documents.js';

const MAX_SUBSCRIPTIONS = 20;
/** Per person: more than anybody has tabs with live pages. */
const MAX_SOCKETS = 50;
/** A WebSocket close code: the client may try again later. */
const TRY_AGAIN_LATER = 1013;
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
  /** Subscriptions that one person may start per minute. */
  mostRequests: number;
  metrics: ApiMetrics;
}

interface OpenSocket {
  userId: string;
  subscriptions: number;
}

/** GET /graphql as a WebSocket (graphql-transport-ws): subscriptions only, with one operation per event. */
export function graphqlSocket(app: FastifyInstance, parts: SocketParts): void {
  const { operations, formatter, trustedOrigins, metrics } = parts;
  const rules = [...specifiedRules, ...(parts.hidesSchema ? [NoSchemaIntrospectionCustomRule] : [])];
  const limit = new RequestLimit(parts.mostRequests);
  const open = new Map<object, OpenSocket>();
  const socketsOf = (userId: string) => [...open.values()].filter((socket) => socket.userId === userId);
  metrics.watchSockets(() => ({
    sockets: open.size,
    subscriptions: [...open.values()].reduce((sum, { subscriptions }) => sum + subscriptions, 0),
  }));

  const handler = makeHandler(
    {
      connectionInitWaitTimeout: CONNECTION_INIT_MS,
      onConnect: async ({ connectionParams, extra }) => {
        const credentials = socketCredentials(extra.request.headers, connectionParams);
        const operation = operations.open(credentials, randomUUID());
        const viewer = await operation.viewer();
        if (!viewer) return false;
        if (socketsOf(viewer.userId).length >= MAX_SOCKETS) {
          extra.socket.close(TRY_AGAIN_LATER, `More than ${MAX_SOCKETS} live pages are open. Close some.`);
          return false;
        }
        // If the socket closed meanwhile, no close event will come to remove it from `open` again.
        if (extra.socket.readyState === extra.socket.OPEN)
          open.set(extra.socket, { userId: viewer.userId, subscriptions: 0 });
        return true;
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
          limit.take(credentials, extra.request.ip);
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
          const socket = open.get(extra.socket);
          if (!socket || socket.subscriptions >= MAX_SUBSCRIPTIONS) {
            throw new BadUserInputError(`A socket carries ${MAX_SUBSCRIPTIONS} subscriptions at most.`, {
              limit: MAX_SUBSCRIPTIONS,
            });
          }
          const invalid = validate(schema, document, rules);
          if (invalid.length > 0) return invalid.map((error) => formatter.asError(error, correlationId));
          assertWithinLimits(document, definition, payload.variables ?? {});
          assertStorable(document, payload.variables ?? {});
          socket.subscriptions += 1;
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
        const socket = open.get(extra.socket);
        if (socket) socket.subscriptions -= 1;
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

import websocket from '@fastify/websocket';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { CORRELATION_HEADER, correlationIdFrom, handOnPrinted } from '@holdout/telemetry';
import { Logger } from 'nestjs-pino';
import type { IncomingMessage } from 'node:http';
import { AppModule } from './app.module.js';
import { Database } from '@holdout/db';
import { JobQueues } from '@holdout/jobs';
import { auditInEach } from './audit/in-each-organization.js';
import { AuthService } from './auth/auth.js';
import { authRoutes } from './auth/auth.routes.js';
import { InvitationSignUp } from './auth/invitation-sign-up.js';
import { ErrorFormatter } from './graphql/errors.js';
import { GraphqlExecutor } from './graphql/graphql-executor.js';
import { graphqlRoutes } from './graphql/graphql.routes.js';
import { graphqlSocket } from './graphql/graphql-socket.js';
import { TrustedDocuments } from './graphql/trusted-documents.js';
import { figureBodies } from './figures/figures.controller.js';
import { openRoutes } from './http/open-routes.js';
import { trustedOrigins as originsOf } from './http/origins.js';
import { requestLimits } from './http/request-limits.js';
import { refusedBodies } from './http/refused-bodies.js';
import { securityHeaders } from './http/security-headers.js';
import { rosterBodies } from './roster/roster.controller.js';
import { boundOperations } from './http/bound-operations.js';
import { endedRequests } from './http/ended-requests.js';
import { ApiMetrics } from './metrics/api-metrics.js';
import { Operations } from './operation/operations.js';
import { queueBoardRoutes } from './queue-board/queue-board.routes.js';
import type { ApiConfig } from './settings.js';
import { SignInThrough } from './single-sign-on/sign-in-through.service.js';
import { singleSignOnRoutes } from './single-sign-on/single-sign-on.routes.js';
import { UploadFiles } from './uploads/upload-files.js';
import { uploadRoutes } from './uploads/uploads.routes.js';
import { UploadsService } from './uploads/uploads.service.js';

const SOCKET_MESSAGE_BYTES = 64 * 1024;
const HEADERS_MS = 60_000;
/** How often Node looks for requests that are late. */
const LATE_REQUESTS_MS = 30_000;

/** Puts the API together, ready to listen. @throws when the database cannot be reached. */
export async function createApi(config: ApiConfig): Promise<NestFastifyApplication> {
  const requestMs = config.REQUEST_TIMEOUT_SECONDS * 1_000;
  const adapter = new FastifyAdapter({
    trustProxy: config.TRUSTED_PROXIES,
    // Fastify waits for ever.
    requestTimeout: requestMs,
    http: {
      // Where headers had longer than all of it, Node would take one for the other.
      headersTimeout: Math.min(HEADERS_MS, requestMs),
      connectionsCheckingInterval: Math.min(LATE_REQUESTS_MS, requestMs / 4),
    },
    requestIdHeader: false,
    genReqId: (raw: IncomingMessage) =>
      ((raw as IncomingMessage & { id?: string }).id ??= correlationIdFrom(raw.headers[CORRELATION_HEADER])),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const isProduction = config.NODE_ENV === 'production';
  const logger = new NestLogger('Api');
  handOnPrinted((printed) => logger.warn({ printed }, 'A library printed this.'));
  const report = (error: unknown, correlationId: string) =>
    logger.error({ err: error, correlationId }, 'An error was masked.');

  // First, as it ends the connection of a handshake only if it saw it before another part refused it.
  await fastify.register(websocket, { options: { maxPayload: SOCKET_MESSAGE_BYTES } });
  securityHeaders(fastify, new URL(config.PUBLIC_URL).protocol === 'https:');
  openRoutes(fastify);
  const metrics = app.get(ApiMetrics);
  endedRequests(fastify, metrics, logger);
  requestLimits(fastify, config.GRAPHQL_REQUESTS_PER_MINUTE);
  const operations = app.get(Operations);
  boundOperations(fastify, operations);
  refusedBodies(fastify);
  rosterBodies(fastify);
  figureBodies(fastify);
  await app.init();

  const database = app.get(Database);
  const trustedOrigins = originsOf(config.PUBLIC_URL);
  const formatter = new ErrorFormatter(report, isProduction, (code) => metrics.graphqlError(code));
  const documents = TrustedDocuments.builtWith(
    config.GRAPHQL_FREE_DOCUMENTS ?? (isProduction ? 'keys' : 'anyone'),
  );
  graphqlRoutes(fastify, {
    operations,
    executor: new GraphqlExecutor(documents, formatter, report, metrics),
    formatter,
    trustedOrigins,
    mostRequests: config.GRAPHQL_REQUESTS_PER_MINUTE,
  });
  graphqlSocket(fastify, {
    operations,
    documents,
    formatter,
    trustedOrigins,
    schema: () => fastify.graphql.schema,
    hidesSchema: isProduction,
    mostRequests: config.GRAPHQL_REQUESTS_PER_MINUTE,
    metrics,
  });
  authRoutes(fastify, {
    authService: app.get(AuthService),
    signUp: app.get(InvitationSignUp),
    trustedOrigins,
    record: async (userId, action) => {
      const { memberships } = await database.system.standingOf(userId);
      const entry = { action, subjectType: 'user', subjectId: userId };
      await auditInEach(database, { userId, memberships }, entry);
    },
    report,
  });
  queueBoardRoutes(fastify, { operations, queues: () => app.get(JobQueues, { strict: false }), report });
  singleSignOnRoutes(fastify, { authService: app.get(AuthService), signIn: app.get(SignInThrough), report });
  uploadRoutes(fastify, {
    operations,
    uploads: app.get(UploadsService),
    files: app.get(UploadFiles),
    trustedOrigins,
    report,
  });
  return app;
}

import { Server } from '@tus/server';
import { BadUserInputError } from '@holdout/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { httpError } from '../http/http-errors.js';
import { assertOwnOrigin } from '../http/origins.js';
import { assertMayWrite, authorize } from '../operation/access.js';
import { credentialsOf } from '../operation/credentials.js';
import type { Operation } from '../operation/operation.js';
import type { Operations } from '../operation/operations.js';
import { RUN_READERS } from '../runs/run-readers.js';
import type { UploadFiles } from './upload-files.js';
import { readUploadRequest } from './upload-request.js';
import type { UploadsService } from './uploads.service.js';

export interface UploadRouteParts {
  operations: Operations;
  uploads: UploadsService;
  files: UploadFiles;
  trustedOrigins: readonly string[];
  report: (error: unknown, correlationId: string) => void;
}

/** What the handler of a request hands to the hooks of the upload library, which knows no users. */
interface Pending {
  operation: Operation;
  newId: string;
}

/**
 * Resumable uploads (tus 1.0) under /uploads. The library moves bytes; whose they are is decided here, on every request.
 */
export function uploadRoutes(app: FastifyInstance, parts: UploadRouteParts): void {
  const { operations, uploads, files, trustedOrigins, report } = parts;
  const pending = new WeakMap<IncomingMessage, Pending>();

  const tus = new Server({
    path: '/uploads',
    datastore: files.store,
    relativeLocation: true,
    allowedOrigins: [...trustedOrigins],
    disableTerminationForFinishedUploads: true,
    namingFunction: ({ runtime }) => {
      const node = runtime?.node?.req;
      const known = node && pending.get(node as IncomingMessage);
      if (!known) throw new Error('An upload was begun outside its route.');
      return known.newId;
    },
    onUploadFinish: async ({ runtime }, upload) => {
      const node = runtime?.node?.req;
      const known = node && pending.get(node as IncomingMessage);
      if (known) await uploads.complete(known.operation, upload.id);
      return {};
    },
  });

  const refuse = (reply: FastifyReply, error: unknown, correlationId: string) => {
    const { status, body } = httpError(error, correlationId);
    if (status === 500) report(error, correlationId);
    // A refused upload is not read to its end: the connection cannot be used for another request.
    return reply.code(status).header('connection', 'close').header('tus-resumable', '1.0.0').send(body);
  };

  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const operation = operations.open(credentialsOf(request.headers), request.id);
    const newId = randomBytes(16).toString('hex');
    try {
      assertOwnOrigin(request.headers.origin, trustedOrigins);
      await authorize(operation, { kind: 'roles', roles: RUN_READERS });
      await assertMayWrite(operation);
      const id = idOf(request);
      if (request.method === 'POST') {
        if (id) throw new BadUserInputError('Begin an upload with POST /uploads.');
        await uploads.begin(operation, newId, readUploadRequest(request.headers));
      } else {
        await uploads.own(operation, id ?? '');
      }
      await operation.commit();
      if (request.method === 'DELETE' && id) await uploads.giveUp(operation, id);
    } catch (error) {
      await operation.rollback();
      return refuse(reply, error, request.id);
    }
    pending.set(request.raw, { operation, newId });
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.hijack();
    await tus.handle(request.raw, reply.raw);
    return reply;
  };

  void app.register(async (scope) => {
    // The body belongs to the upload library, as it comes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({ method: 'POST', url: '/uploads', handler: handle });
    scope.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: '/uploads/:id', handler: handle });
  });
}

function idOf(request: FastifyRequest): string | null {
  const { id } = request.params as { id?: string };
  return id ?? null;
}

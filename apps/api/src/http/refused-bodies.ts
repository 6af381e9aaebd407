import type { IncomingMessage } from 'node:http';
import { BadUserInputError } from '@holdout/domain';
import type { FastifyInstance } from 'fastify';
import { httpError } from './http-errors.js';

/** How much of a refused body is read and discarded, and for how long. Beyond either limit the connection is closed. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_MS = 10_000;

/**
 * A client that is still sending when the connection is closed sees a broken connection, and not the answer that says what
 * is too large. So the rest of a refused body is read, within limits, before that answer is sent. A body whose type is not
 * accepted is refused in the words of this API.
 */
export function refusedBodies(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode === 413) await readToEnd(request.raw);
    if (reply.statusCode !== 415) return payload;
    // Said before any route is asked, and so in Fastify's own words.
    const type = request.headers['content-type'] ?? 'no type';
    const { body } = httpError(new BadUserInputError(`Content of ${type} is not accepted here.`), request.id);
    const text = JSON.stringify(body);
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-length', Buffer.byteLength(text));
    return text;
  });
}

function readToEnd(body: IncomingMessage): Promise<void> {
  if (body.complete || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(leave, MOST_MS);
    function leave() {
      clearTimeout(timer);
      body.off('data', count).off('close', leave).off('end', leave).off('error', leave);
      resolve();
    }
    function count(chunk: Buffer) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) leave();
    }
    body.on('data', count).on('close', leave).on('end', leave).on('error', leave);
    body.resume();
  });
}

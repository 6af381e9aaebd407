import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What is read of a refused body and thrown away, and for how long: beyond either, the connection is closed on the sender. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_MS = 10_000;

/**
 * Whoever still sends when the connection is closed sees a broken connection in place of the answer that says what is too
 * large. So what remains of a refused body is read, within bounds, before that answer goes out.
 */
export function refusedBodies(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 413) await readToEnd(request.raw);
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

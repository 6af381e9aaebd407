import type { FastifyReply } from 'fastify';

/** Answers with a file to save, which only this reader may cache. */
export function attach(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
}

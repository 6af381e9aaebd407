import type { FastifyReply } from 'fastify';

/** Answers with a file to save, for this reader only. */
export function attach(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
}

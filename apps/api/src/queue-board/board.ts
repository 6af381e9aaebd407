import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { JobQueues } from '@holdout/jobs';
import Fastify, { type FastifyInstance } from 'fastify';
import { ownPage, WAY_BACK_CSS, WAY_BACK_STYLE } from './own-page.js';

/** There is room for few letters. */
const TITLE = 'Holdout queues';

/**
 * bull-board for every queue, read-only. It does not listen on a port: the caller authorizes a request and passes it
 * on.
 */
export async function boardOver(queues: JobQueues, place: string): Promise<FastifyInstance> {
  const serverAdapter = new FastifyAdapter().setBasePath(place);
  createBullBoard({
    queues: queues.every().map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: TITLE, hideRedisDetails: true, hideDocsLink: true } },
  });
  const board = Fastify();
  board.addHook('onSend', async (_request, reply, sent) => {
    const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
    return isPage && typeof sent === 'string' ? ownPage(sent) : sent;
  });
  board.get(`${place}/${WAY_BACK_STYLE}`, (_request, reply) => reply.type('text/css').send(WAY_BACK_CSS));
  await board.register(serverAdapter.registerPlugin(), { prefix: place });
  await board.ready();
  return board;
}

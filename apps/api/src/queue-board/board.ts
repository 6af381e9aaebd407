import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { JobQueues } from '@holdout/jobs';
import Fastify, { type FastifyInstance } from 'fastify';

/** bull-board over every queue, to look at only. It listens nowhere: whoever lets somebody in hands their request on. */
export async function boardOver(queues: JobQueues, place: string): Promise<FastifyInstance> {
  const serverAdapter = new FastifyAdapter().setBasePath(place);
  createBullBoard({
    queues: queues.every().map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Holdout', hideRedisDetails: true } },
  });
  const board = Fastify();
  await board.register(serverAdapter.registerPlugin(), { prefix: place });
  await board.ready();
  return board;
}

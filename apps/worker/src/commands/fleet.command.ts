import type { INestApplicationContext } from '@nestjs/common';
import { DEPLOYMENT, Database, orderWorker } from '@holdout/db';
import { NotFoundError, type WorkerOrder } from '@holdout/domain';

const ORDERS = { pause: 'PAUSE', resume: 'RESUME', drain: 'DRAIN' } as const satisfies Record<
  string,
  WorkerOrder
>;
type Order = keyof typeof ORDERS;

/** Lists the known workers, one per line, or gives one of them an order, which it follows within ten seconds. */
export async function fleet(app: INestApplicationContext, words: readonly string[]): Promise<string> {
  const database = app.get(Database);
  const [order, id] = words;
  if (isOrder(order) && id) {
    const isThere = await database.inTenant({ organizationId: DEPLOYMENT, userId: null }, (tx) =>
      orderWorker(tx, { id, order: ORDERS[order], by: null }),
    );
    if (!isThere) throw new NotFoundError(`The worker "${id}"`);
    return `${id}: ${order}`;
  }
  const workers = await database.system.workers();
  return workers
    .map(({ id: name, labels, concurrency, state, running, gpuProblem }) =>
      [
        name,
        state,
        `${running}/${concurrency}`,
        labels.join(','),
        ...(gpuProblem ? [`GPUs unused: ${gpuProblem}`] : []),
      ].join('  '),
    )
    .join('\n');
}

export function isFleetOrder(words: readonly string[]): boolean {
  return words.length === 0 || (isOrder(words[0]) && words.length === 2);
}

function isOrder(word: string | undefined): word is Order {
  return word !== undefined && Object.hasOwn(ORDERS, word);
}

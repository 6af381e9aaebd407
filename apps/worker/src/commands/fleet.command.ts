import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';

const ORDERS = ['pause', 'resume', 'drain'] as const;
type Order = (typeof ORDERS)[number];

/** The workers that are known, one a line; or an order to one of them, which it follows within ten seconds. */
export async function fleet(app: INestApplicationContext, words: readonly string[]): Promise<string> {
  const { system } = app.get(Database);
  const [order, id] = words;
  if (isOrder(order) && id) {
    if (!(await system.orderWorker(id, order))) throw new NotFoundError(`The worker "${id}"`);
    return `${id}: ${order}`;
  }
  const workers = await system.workers();
  return workers
    .map(({ id: name, labels, concurrency, state, running }) =>
      [name, state, `${running}/${concurrency}`, labels.join(',')].join('  '),
    )
    .join('\n');
}

export function isFleetOrder(words: readonly string[]): boolean {
  return words.length === 0 || (isOrder(words[0]) && words.length === 2);
}

function isOrder(word: string | undefined): word is Order {
  return ORDERS.some((order) => order === word);
}

import { Prisma } from './generated/client.js';
import type { BatchingConnection } from './statement-batch.js';
import { batchedNames } from './statement-names.js';

type Tx = Prisma.TransactionClient;

const connections = new WeakMap<Tx, BatchingConnection>();

/** Records the connection on which a transaction is open. */
export function readsOn(tx: Tx, connection: BatchingConnection | null): void {
  if (connection) connections.set(tx, connection);
}

/**
 * Runs a hand-written statement in the same transaction and in order, but past Prisma, which takes several times as long as
 * the driver for a small read. For pages that everybody opens. Times come as dates; 64-bit integers come as text unless the
 * statement casts them to `int`.
 */
export function rowsOf<Row>(tx: Tx): (strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]> {
  const connection = connections.get(tx);
  if (!connection) throw new Error('The transaction speaks for nobody.');
  return (strings, ...inserted) => {
    const { text, values } = Prisma.sql(strings, ...inserted);
    return connection.rows<Row>(batchedNames.of(text), text, values);
  };
}

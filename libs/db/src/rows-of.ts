import { Prisma } from './generated/client.js';
import type { BatchingConnection } from './statement-batch.js';
import { batchedNames } from './statement-names.js';

type Tx = Prisma.TransactionClient;

const connections = new WeakMap<Tx, BatchingConnection>();

/** Tells on which connection a transaction is open. */
export function readsOn(tx: Tx, connection: BatchingConnection | null): void {
  if (connection) connections.set(tx, connection);
}

/**
 * Rows of a statement that is written by hand, in the transaction, its tenant and its order like any other, but past Prisma,
 * which takes several times as long for a small read as the driver does. For what pages read that everybody opens. Times are
 * dates; whole numbers of 64 bits are text unless the statement makes them `int`.
 */
export function rowsOf<Row>(tx: Tx): (strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]> {
  const connection = connections.get(tx);
  if (!connection) throw new Error('The transaction speaks for nobody.');
  return (strings, ...inserted) => {
    const { text, values } = Prisma.sql(strings, ...inserted);
    return connection.rows<Row>(batchedNames.of(text), text, values);
  };
}

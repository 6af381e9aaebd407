import type pg from 'pg';
import type { Prisma, PrismaClient } from './generated/client.js';
import { PipelinedClient } from './pipelined-client.js';
import { readsOn } from './rows-of.js';
import { opening, type TenantContext } from './tenant-context.js';

type Tx = Prisma.TransactionClient;

interface Parts {
  client: PrismaClient;
  pool: pg.Pool;
}

interface Limits {
  /** In milliseconds, as for Prisma. */
  timeout: number;
  maxWait: number;
}

/**
 * A transaction that only reads, opened past Prisma, which takes longer to open one than most statements take. Prisma joins
 * it, on its connection, when it is first used.
 */
export async function inReading<T>(
  { client, pool }: Parts,
  context: TenantContext,
  work: (tx: Tx) => Promise<T>,
  limits: Limits,
): Promise<T> {
  const connection = await pool.connect();
  if (!(connection instanceof PipelinedClient))
    throw new Error('The pool makes connections of another kind.');
  let broken: Error | undefined;
  const onError = (error: Error) => (broken = error);
  connection.on('error', onError);
  const tooLong = setTimeout(
    () => connection.abandon(new Error(`The transaction took longer than ${limits.timeout} ms.`)),
    limits.timeout,
  );
  const prisma = new JoiningPrisma(client, connection, limits);
  let isDone = false;
  try {
    connection.beginReading(context);
    const { tx } = prisma;
    readsOn(tx, connection);
    const result = await work(tx);
    isDone = true;
    return result;
  } finally {
    clearTimeout(tooLong);
    await prisma.leave();
    if (isDone) connection.endReading();
    else await connection.query('ROLLBACK').catch((error: Error) => (broken = error));
    connection.off('error', onError);
    connection.release(broken);
  }
}

/** Lets Prisma join a transaction that is already open, when it is first used. */
class JoiningPrisma {
  /** Looks like a transaction of Prisma's: `tx.run.findMany(…)`, ``tx.$queryRaw`…` ``. */
  readonly tx = this.part([]) as Tx;
  private joined: Promise<Tx> | undefined;
  private left: Promise<unknown> | undefined;
  private end: () => void = () => undefined;

  constructor(
    private readonly client: PrismaClient,
    private readonly connection: pg.Client,
    private readonly limits: Limits,
  ) {}

  async leave(): Promise<void> {
    this.end();
    await this.left?.catch(() => undefined);
  }

  private part(path: readonly string[]): unknown {
    return new Proxy(() => undefined, {
      // Has no `then`, so that `await` does not mistake it for a promise.
      get: (_, name) =>
        typeof name === 'symbol' || name === 'then' ? undefined : this.part([...path, name]),
      apply: (_, __, args: unknown[]) => this.call(path, args),
    });
  }

  private async call(path: readonly string[], args: unknown[]): Promise<unknown> {
    const tx: object = await this.join();
    const owner = path.slice(0, -1).reduce((part, name) => Reflect.get(part, name) as object, tx);
    const method = Reflect.get(owner, path.at(-1) ?? '') as (...args: unknown[]) => unknown;
    return Reflect.apply(method, owner, args);
  }

  private join(): Promise<Tx> {
    return (this.joined ??= new Promise<Tx>((joined, refused) => {
      const ended = new Promise<void>((end) => (this.end = end));
      const transaction = (tx: Tx) => {
        joined(tx);
        return opening.run(null, () => ended);
      };
      this.left = opening.run({ joins: this.connection }, () =>
        this.client.$transaction(transaction, this.limits),
      );
      this.left.catch(refused);
    }));
  }
}

import pg from 'pg';
import { StatementBatch, type BatchingConnection, type PreparedStatements } from './statement-batch.js';
import { opening, SPEAK_FOR, SPEAK_FOR_READING, spokenFor, type TenantContext } from './tenant-context.js';

const NOTHING = { command: 'BEGIN', rowCount: null, rows: [], fields: [] };

/**
 * A connection that does not wait for earlier answers before it sends a query, and sends all queries of one turn of the
 * event loop in one message, because each message costs more than most queries. The server answers in order, each query
 * separately.
 */
export class PipelinedClient extends pg.Client implements BatchingConnection {
  readonly #prepared: PreparedStatements = new Map();
  #isHeld = false;
  #batch: StatementBatch | undefined;

  // The driver declares nine overloads; the arguments are passed on as they are.
  override query = ((...args: unknown[]): unknown => {
    this.#depart();
    this.#hold();
    const begun = isText(args[0], 'BEGIN') && opening.getStore();
    if (!begun || 'joins' in begun) return this.#send(...args);
    begun.connection = this;
    this.#begin([
      this.#send('BEGIN') as Promise<unknown>,
      this.#send({
        name: 'speak_for',
        text: SPEAK_FOR,
        values: spokenFor(begun.context),
      }) as Promise<unknown>,
    ]);
    return Promise.resolve(NOTHING);
  }) as pg.Client['query'];

  /** The rows of a statement that is sent together with all others of the same turn, and answered together with them. */
  rows<Row>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]> {
    if (!this.#batch) {
      this.#batch = new StatementBatch(this.#prepared);
      setImmediate(() => this.#depart());
    }
    return this.#batch.add<Row>(name, text, values);
  }

  beginReading(context: TenantContext): void {
    this.#begin([
      this.rows('begin_reading', 'BEGIN READ ONLY'),
      this.rows('speak_for_reading', SPEAK_FOR_READING, spokenFor(context)),
    ]);
  }

  /** A reading transaction has nothing to make durable, so nobody waits: its end is sent with the connection's next message. */
  endReading(): void {
    this.#unawaited(this.rows('end_reading', 'COMMIT'));
  }

  /** Closes the connection, which fails all of its pending queries. */
  abandon(reason: Error): void {
    this.connection.stream.destroy(reason);
  }

  /**
   * Opens a transaction for its tenant without waiting for the server: the next queries are sent along with it. If the
   * server refuses, none of the following queries may be answered, because it would be unclear for whom.
   */
  #begin(sent: readonly Promise<unknown>[]): void {
    this.#unawaited(Promise.all(sent));
  }

  #unawaited(sent: Promise<unknown>): void {
    sent.catch((error: Error) => this.abandon(error));
  }

  #send(...args: unknown[]): unknown {
    return Reflect.apply(pg.Client.prototype.query, this, args);
  }

  #depart(): void {
    const batch = this.#batch;
    this.#batch = undefined;
    if (batch) this.#send(batch);
  }

  #hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    const { stream } = this.connection;
    stream.cork();
    setImmediate(() => {
      this.#isHeld = false;
      stream.uncork();
    });
  }
}

/**
 * Gives a Prisma transaction that joins another one the other's connection, and keeps its BEGIN and COMMIT from that
 * connection.
 */
export class SharingPool extends pg.Pool {
  // The driver declares two overloads; the arguments are passed on as they are.
  override connect = ((...args: unknown[]): unknown => {
    const begun = opening.getStore();
    return begun && 'joins' in begun
      ? Promise.resolve(shared(begun.joins))
      : Reflect.apply(pg.Pool.prototype.connect, this, args);
  }) as pg.Pool['connect'];
}

const BOUNDS = ['BEGIN', 'COMMIT', 'ROLLBACK'];

function shared(connection: pg.Client) {
  return {
    query: (asked: pg.QueryConfig) =>
      BOUNDS.some((bound) => isText(asked, bound)) ? Promise.resolve(NOTHING) : connection.query(asked),
    on: () => undefined,
    removeListener: () => undefined,
    release: () => undefined,
  };
}

function isText(query: unknown, text: string): boolean {
  return typeof query === 'object' && query !== null && 'text' in query && query.text === text;
}

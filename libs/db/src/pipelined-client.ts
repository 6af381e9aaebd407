import pg from 'pg';
import { StatementBatch, type BatchingConnection, type PreparedStatements } from './statement-batch.js';
import { opening, SPEAK_FOR, SPEAK_FOR_READING, spokenFor, type TenantContext } from './tenant-context.js';

const NOTHING = { command: 'BEGIN', rowCount: null, rows: [], fields: [] };

/**
 * A connection that sends what is asked of it without waiting for the answers before, and in one message what is asked in
 * one turn of the event loop: each message costs more than most queries do. The server answers in order, each query for itself.
 */
export class PipelinedClient extends pg.Client implements BatchingConnection {
  readonly #prepared: PreparedStatements = new Map();
  #isHeld = false;
  #batch: StatementBatch | undefined;

  // The driver's declaration has nine overloads; what arrives is handed on as it came.
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

  /** Rows of a statement that travels with all that is asked this way in the same turn, and whose answer does. */
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

  /** There is nothing to make durable, so nobody waits: the end travels with what this connection is asked next. */
  endReading(): void {
    this.#unawaited(this.rows('end_reading', 'COMMIT'));
  }

  /** Ends the connection, and with it whatever it was asked. */
  abandon(reason: Error): void {
    this.connection.stream.destroy(reason);
  }

  /**
   * Opens a transaction that speaks for its tenant, and is done before the server says so: what is asked next travels with it.
   * Should the server refuse, nothing that follows may be answered, whomever it would speak for.
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

/** Hands a transaction of Prisma's that joins another one that one's connection, and keeps its beginning and its end from it. */
export class SharingPool extends pg.Pool {
  // The driver's declaration has two overloads; what arrives is handed on as it came.
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

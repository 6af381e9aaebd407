import pg from 'pg';
import { opening, SPEAK_FOR, SPEAK_FOR_READING, spokenFor, type TenantContext } from './tenant-context.js';

const NOTHING = { command: 'BEGIN', rowCount: null, rows: [], fields: [] };

/**
 * A connection that sends what is asked of it without waiting for the answers before, and in one message what is asked in
 * one turn of the event loop: each message costs more than most queries do. The server answers in order, each query for itself.
 */
export class PipelinedClient extends pg.Client {
  #isHeld = false;

  // The driver's declaration has nine overloads; what arrives is handed on as it came.
  override query = ((...args: unknown[]): unknown => {
    this.#hold();
    const begun = isText(args[0], 'BEGIN') && opening.getStore();
    if (!begun || 'joins' in begun) return this.#send(...args);
    begun.connection = this;
    this.#begin('BEGIN', { name: 'speak_for', text: SPEAK_FOR }, begun.context);
    return Promise.resolve(NOTHING);
  }) as pg.Client['query'];

  beginReading(context: TenantContext): void {
    this.#hold();
    this.#begin('BEGIN READ ONLY', { name: 'speak_for_reading', text: SPEAK_FOR_READING }, context);
  }

  /** There is nothing to make durable, so nobody waits: the end travels with what this connection is asked next. */
  endReading(): void {
    this.#hold();
    this.#unawaited(this.#send('COMMIT') as Promise<unknown>);
  }

  /** Ends the connection, and with it whatever it was asked. */
  abandon(reason: Error): void {
    this.connection.stream.destroy(reason);
  }

  /**
   * Opens a transaction that speaks for its tenant, and is done before the server says so: what is asked next travels with it.
   * Should the server refuse, nothing that follows may be answered, whomever it would speak for.
   */
  #begin(begin: 'BEGIN' | 'BEGIN READ ONLY', speak: pg.QueryConfig, context: TenantContext): void {
    const sent = [this.#send(begin), this.#send({ ...speak, values: spokenFor(context) })];
    this.#unawaited(Promise.all(sent));
  }

  #unawaited(sent: Promise<unknown>): void {
    sent.catch((error: Error) => this.abandon(error));
  }

  #send(...args: unknown[]): unknown {
    return Reflect.apply(pg.Client.prototype.query, this, args);
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

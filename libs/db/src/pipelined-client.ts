import pg from 'pg';
import { opening, SPEAK_FOR, spokenFor, type Opening } from './tenant-context.js';

const NOTHING = { command: 'BEGIN', rowCount: null, rows: [], fields: [] };

/**
 * A connection that sends what is asked of it without waiting for the answers before, and in one message what is asked in
 * one turn of the event loop: each message costs more than most queries do. The server answers in order, each query for itself.
 */
export class PipelinedClient extends pg.Client {
  #isHeld = false;
  /** In a transaction that changes nothing. */
  #isReading = false;

  // The driver's declaration has nine overloads; what arrives is handed on as it came.
  override query = ((...args: unknown[]): unknown => {
    this.#hold();
    const begun = isText(args[0], 'BEGIN') && opening.getStore();
    if (begun) return this.#begin(begun);
    return this.#isReading && isText(args[0], 'COMMIT') ? this.#endReading() : this.#send(...args);
  }) as pg.Client['query'];

  /**
   * Opens a transaction that speaks for its tenant, and is done before the server says so: what is asked next travels with it.
   * Should the server refuse, nothing that follows may be answered, whomever it would speak for.
   */
  #begin(begun: Opening): Promise<typeof NOTHING> {
    begun.connection = this;
    this.#isReading = begun.context.isReadOnly ?? false;
    const sent = [
      this.#send(this.#isReading ? 'BEGIN READ ONLY' : 'BEGIN'),
      this.#send({ name: 'speak_for', text: SPEAK_FOR, values: spokenFor(begun.context) }),
    ];
    return this.#unawaited(Promise.all(sent));
  }

  /** There is nothing to make durable, so nobody waits: the end travels with what this connection is asked next. */
  #endReading(): Promise<typeof NOTHING> {
    this.#isReading = false;
    return this.#unawaited(this.#send('COMMIT') as Promise<unknown>);
  }

  #unawaited(sent: Promise<unknown>): Promise<typeof NOTHING> {
    sent.catch((error: Error) => this.connection.stream.destroy(error));
    return Promise.resolve(NOTHING);
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

function isText(query: unknown, text: string): boolean {
  return typeof query === 'object' && query !== null && 'text' in query && query.text === text;
}

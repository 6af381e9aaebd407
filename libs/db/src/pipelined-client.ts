import pg from 'pg';
import { opening, SPEAK_FOR, spokenFor, type Opening } from './tenant-context.js';

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
    const begun = isBegin(args[0]) && opening.getStore();
    return begun ? this.#begin(begun) : this.#send(...args);
  }) as pg.Client['query'];

  /**
   * Opens a transaction that speaks for its tenant, and is done before the server says so: what is asked next travels with it.
   * Should the server refuse, nothing that follows may be answered, whomever it would speak for.
   */
  #begin(begun: Opening): Promise<typeof NOTHING> {
    begun.connection = this;
    const sent = [
      this.#send('BEGIN'),
      this.#send({ name: 'speak_for', text: SPEAK_FOR, values: spokenFor(begun.context) }),
    ];
    Promise.all(sent).catch((error: Error) => this.connection.stream.destroy(error));
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

function isBegin(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'text' in query && query.text === 'BEGIN';
}

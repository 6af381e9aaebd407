import pg from 'pg';

/**
 * A connection that sends one query at a time. Prisma reads the relations of one query side by side, on the transaction's
 * only connection; a connection answers in order anyway, and the driver no longer wants to keep the waiting list.
 */
export class InTurnClient extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  // The driver's declaration has nine overloads; what arrives is handed on as it came.
  override query = ((...args: unknown[]): unknown => {
    const send = (): unknown => Reflect.apply(pg.Client.prototype.query, this, args);
    // With a callback (the pool's own queries) or an object that takes its rows itself, the caller alone has the connection.
    if (typeof args.at(-1) === 'function' || isSubmittable(args[0])) return send();
    const turn = this.#last.then(send);
    this.#last = turn.catch(() => undefined); // whoever asked gets the failure; the next in line is sent regardless
    return turn;
  }) as pg.Client['query'];
}

function isSubmittable(query: unknown): boolean {
  return (
    typeof query === 'object' && query !== null && 'submit' in query && typeof query.submit === 'function'
  );
}

import { setTimeout as sleep } from 'node:timers/promises';
import {
  assertSchemaCompatibility,
  PostgresConnection,
  PostgresQueueBackend,
  type BackendFactory,
} from 'bullmq';
import pg from 'pg';

/** The schema that the queue's tables live in, owned by the role that connects here. It is BullMQ's default. */
export const QUEUE_SCHEMA = 'bullmq';

const KEEP_ALIVE_AFTER_MS = 10_000;
const ASK_AGAIN_AFTER_MS = 500;

/**
 * BullMQ's own backend on PostgreSQL, where connections may break at any moment. It ends the pool it was given.
 */
export const lastingBackend: BackendFactory<PostgresQueueBackend, pg.Pool> = (name, options, given) =>
  new PostgresQueueBackend(
    new LastingConnection(options.connection),
    name,
    options,
    true,
    given?.withBlockingConnection ? name : undefined,
  );

/** @param max connections, the one that listens among them */
export function queuePool(databaseUrl: string, max: number): pg.Pool {
  return new pg.Pool({
    Client: PatientClient,
    connectionString: databaseUrl,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    max,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  });
}

/**
 * A connection that tells of its break a turn later. BullMQ listens for errors only once it was told that the connection is made,
 * and can be woken only once it was told that the connection listens. A break in the same breath as either would end the process,
 * or leave a consumer waiting for an hour on a connection that is gone.
 */
class PatientClient extends pg.Client {
  override emit(...[event, ...details]: Parameters<pg.Client['emit']>): boolean {
    if (event !== 'error') return super.emit(event, ...details);
    // Nobody listens where it is being closed, or where the next query is told.
    setImmediate(() => this.listenerCount('error') > 0 && super.emit(event, ...details));
    return true;
  }
}

class LastingConnection extends PostgresConnection {
  private ready: Promise<void> | undefined;
  private ended: Promise<void> | undefined;

  /** BullMQ would keep a failure for ever, and a consumer ask for it again without a pause. */
  override waitUntilReady(): Promise<void> {
    this.ready ??= this.check().catch(async (error: unknown) => {
      await sleep(ASK_AGAIN_AFTER_MS);
      this.ready = undefined;
      throw error;
    });
    return this.ready;
  }

  override close(): Promise<void> {
    this.ended ??= super.close().then(() => this.pool.end());
    return this.ended;
  }

  private async check(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await assertSchemaCompatibility(client, this.schema);
    } finally {
      client.release();
    }
    this.emit('ready');
  }
}

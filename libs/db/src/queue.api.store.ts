import type { Tx } from './database.js';
import type { QueuePlace } from './system-functions.js';

/**
 * A waiting run's place in the queue; null when it does not wait. Runs in the reader's transaction, so it needs no
 * other connection.
 */
export async function queuePlaceOf(tx: Tx, runId: string): Promise<QueuePlace | null> {
  const rows = await tx.$queryRaw<QueuePlace[]>`
    SELECT position, ahead_seconds AS "aheadSeconds" FROM queue_position(${runId}::uuid)`;
  return rows[0] ?? null;
}

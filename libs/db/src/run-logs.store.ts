import type { PhaseName } from '@holdout/domain';
import { assertHeld } from './claims.store.js';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';

/** At most this many chunks are read at once. */
export const MAX_LOG_CHUNKS = 1000;

export interface NewLogChunk {
  runId: string;
  claimToken: string;
  organizationId: string;
  attempt: number;
  phase: PhaseName;
  /** From 0 within an attempt. */
  sequence: number;
  text: string;
}

/** Appends to the log of a visible phase. NUL characters, which PostgreSQL cannot store, become U+FFFD. @throws ClaimLostError */
export async function appendLog(tx: Tx, { claimToken, text, ...chunk }: NewLogChunk): Promise<void> {
  await assertHeld(tx, chunk.runId, claimToken);
  await tx.runLogChunk.createMany({
    data: [{ ...chunk, text: text.replaceAll('\0', '\uFFFD') }],
    skipDuplicates: true,
  });
}

/** Chunks of the run's newest attempt after a sequence number, in order. */
export async function logAfter(tx: Tx, runId: string, afterSequence: number | null) {
  const id = checkedId(runId, 'The run');
  const newest = await tx.runLogChunk.aggregate({ where: { runId: id }, _max: { attempt: true } });
  if (newest._max.attempt === null) return [];
  return tx.runLogChunk.findMany({
    where: { runId: id, attempt: newest._max.attempt, sequence: { gt: afterSequence ?? -1 } },
    orderBy: { sequence: 'asc' },
    take: MAX_LOG_CHUNKS,
  });
}

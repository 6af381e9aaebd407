import type { Tx } from './database.js';
import { newId } from './ids.js';

/**
 * Records where the text files of a submission are stored. Doing so again for another run of the same submission
 * changes nothing.
 */
export async function recordSource(
  tx: Tx,
  source: { organizationId: string; submissionId: string; digest: string },
): Promise<void> {
  await tx.submissionSource.createMany({ data: [{ id: newId(), ...source }], skipDuplicates: true });
}

import type { Tx } from './database.js';
import { newId } from './ids.js';

/** Notes where the text files of a submission are kept. The same submission in another run changes nothing. */
export async function recordSource(
  tx: Tx,
  source: { organizationId: string; submissionId: string; digest: string },
): Promise<void> {
  await tx.submissionSource.createMany({ data: [{ id: newId(), ...source }], skipDuplicates: true });
}

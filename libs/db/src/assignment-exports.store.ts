import { NotFoundError, RateLimitedError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

/** Exports that an organization may request per hour: each is a whole dataset. */
export const MAX_EXPORTS_AN_HOUR = 30;
const HOUR_MS = 3_600_000;

export interface NewExport {
  organizationId: string;
  requestedBy: string;
  assignmentVersionId: string;
  /** Public X25519 key of the recipient that the folder is sealed for, in base64. */
  recipientKey: string;
}

/** @throws RateLimitedError */
export async function createExport(tx: Tx, input: NewExport, now: Date) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'exports:' + input.organizationId}, 0))`;
  const since = new Date(now.getTime() - HOUR_MS);
  const recent = await tx.assignmentExport.count({ where: { createdAt: { gt: since } } });
  if (recent >= MAX_EXPORTS_AN_HOUR) {
    throw new RateLimitedError(
      `Your organization has exported ${recent} assignments within an hour. Try again later.`,
      { limit: MAX_EXPORTS_AN_HOUR },
    );
  }
  return tx.assignmentExport.create({ data: { id: newId(), ...input } });
}

/** @throws NotFoundError */
export async function exportById(tx: Tx, id: string) {
  const found = await tx.assignmentExport.findUnique({ where: { id: checkedId(id, 'The export') } });
  if (!found) throw new NotFoundError('The export');
  return found;
}

export type ExportEnd =
  { status: 'READY'; sealedDigest: string; senderKey: string } | { status: 'FAILED'; error: string };

/** Ends an export. Only the first call has an effect. */
export async function finishExport(tx: Tx, id: string, end: ExportEnd, now: Date): Promise<void> {
  await tx.assignmentExport.updateMany({
    where: { id, status: 'QUEUED' },
    data: { ...end, finishedAt: now },
  });
}

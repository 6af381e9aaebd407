import { ConflictError, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';

export interface NewUpload {
  id: string;
  organizationId: string;
  userId: string;
  bytes: number;
  fileName: string;
  expiresAt: Date;
}

export function createUpload(tx: Tx, upload: NewUpload) {
  return tx.upload.create({ data: upload });
}

/**
 * The viewer's own upload. Someone else's is treated as missing.
 * @throws NotFoundError
 */
export async function ownUpload(tx: Tx, id: string, userId: string, now: Date) {
  const upload = await tx.upload.findFirst({ where: { id, userId, expiresAt: { gt: now } } });
  if (!upload) throw new NotFoundError('The upload');
  return upload;
}

/** Bytes used by a person's unfinished and unused uploads. */
export async function uploadedBytes(tx: Tx, userId: string, now: Date): Promise<number> {
  const sum = await tx.upload.aggregate({
    where: { userId, consumedAt: null, expiresAt: { gt: now } },
    _sum: { bytes: true },
  });
  return sum._sum.bytes ?? 0;
}

export async function completeUpload(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.upload.updateMany({ where: { id, completedAt: null }, data: { completedAt: now } });
}

/**
 * Uses up a complete upload for one submission.
 * @throws NotFoundError; ConflictError when incomplete or already used
 */
export async function consumeUpload(tx: Tx, id: string, userId: string, now: Date) {
  const upload = await ownUpload(tx, id, userId, now);
  if (!upload.completedAt) throw new ConflictError('The upload is not complete. Resume it, then submit.');
  const { count } = await tx.upload.updateMany({
    where: { id, consumedAt: null },
    data: { consumedAt: now },
  });
  if (count === 0)
    throw new ConflictError('This upload has already been submitted. Upload the archive again.');
  return upload;
}

import type { Tx } from './database.js';

/** Ends an abandoned upload, so that its bytes no longer count. */
export async function giveUpUpload(tx: Tx, id: string, userId: string, now: Date): Promise<void> {
  await tx.upload.updateMany({ where: { id, userId, consumedAt: null }, data: { expiresAt: now } });
}

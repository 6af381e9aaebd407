import type { Tx } from './database.js';

export function receiptOfRun(tx: Tx, runId: string) {
  return tx.receipt.findUnique({ where: { runId } });
}

export interface ReceiptSignature {
  keyId: string;
  signature: Uint8Array<ArrayBuffer>;
  envelope: string;
  envelopeDigest: string;
}

/** The database accepts one signature per receipt. It can be replaced only if it was made with a revoked key. */
export async function storeReceiptSignature(
  tx: Tx,
  runId: string,
  signature: ReceiptSignature,
): Promise<void> {
  await tx.receipt.updateMany({ where: { runId }, data: signature });
}

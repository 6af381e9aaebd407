import { Injectable } from '@nestjs/common';
import { isRevokedKey, receiptOfRun, storeReceiptSignature, type Tx } from '@holdout/db';
import { signReceipt } from '@holdout/receipts';
import { readEnvelope } from '@holdout/verification';
import type { Issuer } from './issuer.service.js';

@Injectable()
export class ReceiptSigningService {
  /**
   * Signs a run's receipt once, and returns the digest of its file. Replaces a signature by a revoked key. Null if the run
   * has no receipt.
   */
  async sign(tx: Tx, issuer: Issuer, runId: string): Promise<string | null> {
    const receipt = await receiptOfRun(tx, runId);
    if (!receipt) return null;
    if (receipt.envelopeDigest && !(await isRevokedKey(tx, receipt.keyId))) return receipt.envelopeDigest;
    const { envelope, digest } = await signReceipt(receipt.statement, issuer.key);
    const signature = readEnvelope(envelope)?.signature ?? new Uint8Array();
    await storeReceiptSignature(tx, runId, {
      keyId: issuer.key.id,
      signature,
      envelope,
      envelopeDigest: digest,
    });
    return digest;
  }
}

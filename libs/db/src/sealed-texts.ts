import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { seal, unseal } from './sealing.js';

/** Texts that are stored encrypted, with a key for each purpose, so that reading the table does not reveal them. */
export class SealedTexts {
  private readonly key: KeyObject;

  /** @param deploymentSecret 32 bytes in hex. */
  protected constructor(deploymentSecret: string, purpose: string) {
    const secret = Buffer.from(deploymentSecret, 'hex');
    this.key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'holdout', purpose, 32)));
  }

  /** @param boundTo needed again to open it: what was sealed for one row does not open in another */
  seal(boundTo: string, text: string): Buffer<ArrayBuffer> {
    return seal(this.key, Buffer.from(text, 'utf8'), boundTo);
  }

  /** @throws Error when it was bound to something else, or sealed with another deployment's secret */
  unseal(boundTo: string, sealed: Uint8Array): string {
    return unseal(this.key, sealed, boundTo).toString('utf8');
  }
}

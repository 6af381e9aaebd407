import { hkdfSync } from 'node:crypto';
import { seal, unseal } from './sealing.js';

/** What a waiting mail must tell its recipient and nobody else who reads the table. */
export class MailSecrets {
  private readonly key: Buffer;

  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    const secret = Buffer.from(deploymentSecret, 'hex');
    this.key = Buffer.from(hkdfSync('sha256', secret, 'holdout', 'outgoing-mail', 32));
  }

  seal(recipientId: string, text: string): Buffer<ArrayBuffer> {
    return seal(this.key, Buffer.from(text, 'utf8'), recipientId);
  }

  /** @throws Error when it was sealed for someone else, or under another deployment's secret */
  unseal(recipientId: string, sealed: Uint8Array): string {
    return unseal(this.key, sealed, recipientId).toString('utf8');
  }
}

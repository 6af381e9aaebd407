import { SealedTexts } from './sealed-texts.js';

/** What a waiting mail must tell its recipient and nobody else who reads the table. Bound to the recipient. */
export class MailSecrets extends SealedTexts {
  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    super(deploymentSecret, 'outgoing-mail');
  }
}

import { SealedTexts } from './sealed-texts.js';

/** What a waiting mail must tell its recipient and nobody else who reads the table. Bound to the recipient. */
export class MailSecrets extends SealedTexts {
  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    super(deploymentSecret, 'outgoing-mail');
  }

  /** The address of somebody who is invited and need not have an account. */
  sealAddress(invitationId: string, address: string): Buffer<ArrayBuffer> {
    return this.seal(boundToAddress(invitationId), address);
  }

  /** @throws Error as for any other sealed text */
  unsealAddress(invitationId: string, sealed: Uint8Array): string {
    return this.unseal(boundToAddress(invitationId), sealed);
  }
}

/** What the same invitation's link ends with does not open as its address. */
const boundToAddress = (invitationId: string): string => `${invitationId} address`;

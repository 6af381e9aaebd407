import { SealedTexts } from './sealed-texts.js';

/** Encrypts what a waiting mail must tell its recipient and nobody else who can read the table. Bound to the recipient. */
export class MailSecrets extends SealedTexts {
  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    super(deploymentSecret, 'outgoing-mail');
  }

  /** Encrypts the address of an invited person, who may not have an account. */
  sealAddress(invitationId: string, address: string): Buffer<ArrayBuffer> {
    return this.seal(boundToAddress(invitationId), address);
  }

  /** @throws Error as for any other sealed text */
  unsealAddress(invitationId: string, sealed: Uint8Array): string {
    return this.unseal(boundToAddress(invitationId), sealed);
  }
}

/** Distinct from the binding of the same invitation's link, so that one cannot be opened as the other. */
const boundToAddress = (invitationId: string): string => `${invitationId} address`;

import { SealedTexts } from './sealed-texts.js';

/** Encrypts organizations' private keys for learning platforms, and what launches say about people. Bound to the row's id. */
export class LtiSecrets extends SealedTexts {
  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    super(deploymentSecret, 'lti');
  }
}

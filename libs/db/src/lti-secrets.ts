import { SealedTexts } from './sealed-texts.js';

/** Private keys of organizations towards learning platforms, and what launches say of people. Bound to the id of the row. */
export class LtiSecrets extends SealedTexts {
  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    super(deploymentSecret, 'lti');
  }
}

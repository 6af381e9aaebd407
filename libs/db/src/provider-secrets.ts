import { SealedTexts } from './sealed-texts.js';

/** What this deployment and an organization's identity provider know each other by, sealed for the organization. */
export class ProviderSecrets extends SealedTexts {
  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    super(deploymentSecret, 'identity-provider');
  }
}

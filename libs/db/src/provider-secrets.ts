import { SealedTexts } from './sealed-texts.js';

/** The secrets that this deployment shares with an organization's identity provider, sealed for the organization. */
export class ProviderSecrets extends SealedTexts {
  /** @param deploymentSecret 32 bytes in hex. */
  constructor(deploymentSecret: string) {
    super(deploymentSecret, 'identity-provider');
  }
}

import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { bundledContext } from '@holdout/verification';
import type { IssuerKey } from './issuer-key.js';

/**
 * Adds the issuer's proof (`eddsa-rdfc-2022`). Terms that no bundled vocabulary knows are refused: they would not be
 * covered by the signature.
 * @throws Error from the library, naming the term
 */
export async function signCredential(
  credential: Record<string, unknown>,
  key: IssuerKey,
  at: Date,
): Promise<Record<string, unknown>> {
  // The library writes whole seconds.
  const date = `${at.toISOString().slice(0, 19)}Z`;
  const suite = new DataIntegrityProof({ cryptosuite, signer: key.signer(), date });
  return issue({ credential: structuredClone(credential), suite, documentLoader: onlyBundled });
}

function onlyBundled(url: string) {
  const document = bundledContext(url);
  if (!document) return Promise.reject(new Error(`No vocabulary is bundled for ${url}.`));
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
}

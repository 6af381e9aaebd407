import { randomUUID } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { bundledContext, issuerDocumentOf, issuerPlaces } from '@holdout/verification';
import { exampleCredential } from './example-credential.fixture.js';
import { isProofGood } from './independent-verifier.fixture.js';
import { IssuerKeySafe } from './issuer-key.js';
import { signCredential } from './sign-credential.js';

async function signedExample() {
  const places = issuerPlaces('https://holdout.example', 'demo');
  const id = randomUUID();
  const safe = new IssuerKeySafe('ab'.repeat(32));
  const stored = await safe.make(id, 'demo');
  const key = await safe.open({ id, organizationId: 'demo', ...stored }, places.did);
  const credential = await signCredential(exampleCredential(places, 'd'.repeat(64)), key, new Date());
  const { publicKeyMultibase } = stored;
  const published = { id, publicKeyMultibase, retiredAt: null, revokedAt: null };
  const document = issuerDocumentOf(places.did, 'Demo', places.home, [published]);
  return { credential, publicKeyMultibase, document };
}

describe('a credential is accepted', () => {
  it('by a verifier that shares no code with the issuer, and refused by it once changed', async () => {
    const { credential, publicKeyMultibase } = await signedExample();
    expect(await isProofGood(credential, publicKeyMultibase)).toBe(true);
    expect(await isProofGood({ ...credential, name: 'Another' }, publicKeyMultibase)).toBe(false);
  });

  it('by the reference library with the document that the issuer publishes, as it stands', async () => {
    const { credential, document } = await signedExample();
    const [method] = document.verificationMethod;
    const load = (url: string) => {
      const found =
        bundledContext(url) ??
        (url === document.id
          ? document
          : url === method?.id
            ? { ...method, '@context': 'https://w3id.org/security/multikey/v1' }
            : null);
      if (!found) return Promise.reject(new Error(`not published: ${url}`));
      return Promise.resolve({ contextUrl: null, documentUrl: url, document: found });
    };
    const { verified, error } = await verifyCredential({
      credential,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: load,
      checkStatus: () => Promise.resolve({ verified: true }),
    });
    expect({ verified, error }).toEqual({ verified: true, error: undefined });
  });
});

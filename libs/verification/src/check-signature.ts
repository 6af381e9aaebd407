import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential, type DocumentLoader } from '@digitalbazaar/vc';
import { bundledContext } from './contexts.js';
import type { Credential } from './credential.js';
import {
  DID_CONTEXT,
  MULTIKEY_CONTEXT,
  type IssuerDocument,
  type IssuerKeyEntry,
} from './issuer-document.js';
import { issuerOfKey, type Issuers } from './issuers.js';
import { found, type Findings, type Step } from './steps.js';

export const CRYPTOSUITE = 'eddsa-rdfc-2022';

/** Was this, to the last word, signed by a key of the issuer it names? */
export async function checkSignature(
  json: object,
  credential: Credential,
  issuers: Issuers,
): Promise<Step<'SIGNATURE'>> {
  const [proof, another] = credential.proof;
  const issuer = credential.issuer.id;
  if (!proof) return found('SIGNATURE', 'NOT_SIGNED');
  if (another || proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== CRYPTOSUITE)
    return found('SIGNATURE', 'MALFORMED', { expected: CRYPTOSUITE });
  const keyName = proof.verificationMethod;
  if (issuerOfKey(keyName) !== issuer)
    return found('SIGNATURE', 'OTHER_ISSUERS_KEY', { key: keyName, issuer });
  const document = await issuers.find(issuer);
  if (!document) return found('SIGNATURE', 'ISSUER_NOT_FOUND', { issuer });
  const key = signingKey(document, keyName);
  if ('finding' in key) return found('SIGNATURE', key.finding, key.values);
  if (!(await isUnchanged(json, credential, document, key)))
    return found('SIGNATURE', 'CHANGED', { key: keyName });
  return found('SIGNATURE', ...timing(key, proof.created));
}

/** The key by this name, or why it may not sign. */
export function signingKey(
  document: IssuerDocument,
  keyName: string,
):
  | IssuerKeyEntry
  | { finding: 'UNKNOWN_KEY' | 'REVOKED_KEY' | 'OTHER_ISSUERS_KEY'; values: Record<string, string> } {
  const key = document.keys.find(({ id }) => id === keyName);
  if (!key) return { finding: 'UNKNOWN_KEY', values: { key: keyName, issuer: document.id } };
  if (key.revoked) return { finding: 'REVOKED_KEY', values: { key: keyName, at: key.revoked } };
  if (key.controller !== document.id)
    return { finding: 'OTHER_ISSUERS_KEY', values: { key: keyName, issuer: document.id } };
  if (!document.mayAssert.has(keyName))
    return { finding: 'UNKNOWN_KEY', values: { key: keyName, issuer: document.id } };
  return key;
}

/** What the time of signing says, given that the signature is good. */
export function timing(
  { id, retired }: IssuerKeyEntry,
  signedAt: string | undefined,
): [Findings['SIGNATURE'], Record<string, string>] {
  if (!retired) return ['VALID', { key: id, ...(signedAt && { at: signedAt }) }];
  if (signedAt === undefined || Date.parse(signedAt) > Date.parse(retired))
    return ['AFTER_RETIREMENT', { key: id, at: retired }];
  return ['VALID_EARLIER_KEY', { key: id, at: retired }];
}

async function isUnchanged(
  json: object,
  credential: Credential,
  document: IssuerDocument,
  key: IssuerKeyEntry,
): Promise<boolean> {
  const { verified } = await verifyCredential({
    credential: json,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(document, key),
    // Dates and revocation are steps of their own: the library would end here and not say which of them it was.
    now: new Date(credential.validFrom ?? Date.now()),
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  return verified;
}

/** Hands out what is bundled, the issuer and its key; nothing is fetched on a document's word. */
function loaderFor(issuer: IssuerDocument, key: IssuerKeyEntry): DocumentLoader {
  const { id, type, controller, publicKeyMultibase } = key;
  const method = { id, type, controller, publicKeyMultibase };
  const documents = new Map<string, object>([
    [id, { '@context': MULTIKEY_CONTEXT, ...method }],
    [
      issuer.id,
      {
        '@context': [DID_CONTEXT, MULTIKEY_CONTEXT],
        id: issuer.id,
        verificationMethod: [method],
        assertionMethod: [id],
      },
    ],
  ]);
  return (url) => {
    const document = bundledContext(url) ?? documents.get(url);
    if (!document) return Promise.reject(new Error(`${url} is not among the known documents.`));
    return Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
}

import { z } from 'zod';

const time = z.iso.datetime({ offset: true });

/** A key of an issuer. `retired` and `revoked` are missing while it signs. */
const issuerKey = z.object({
  id: z.string(),
  type: z.literal('Multikey'),
  controller: z.string(),
  publicKeyMultibase: z.string().startsWith('z'),
  /** Since then it signs nothing new; what it signed before stays good. */
  retired: time.optional(),
  /** The key was compromised: nothing it ever signed counts. */
  revoked: time.optional(),
});
export type IssuerKeyEntry = z.infer<typeof issuerKey>;

const issuerDocument = z.object({
  id: z.string(),
  verificationMethod: z.array(issuerKey.or(z.unknown().transform(() => null))),
  assertionMethod: z.array(z.string().or(z.unknown().transform(() => null))).default([]),
});

export interface IssuerDocument {
  id: string;
  keys: IssuerKeyEntry[];
  /** Ids of the keys that may sign statements. */
  mayAssert: ReadonlySet<string>;
}

/** Null when it is no document of an issuer. Keys of other kinds are left out. */
export function readIssuerDocument(json: unknown): IssuerDocument | null {
  const parsed = issuerDocument.safeParse(json);
  if (!parsed.success) return null;
  const { id, verificationMethod, assertionMethod } = parsed.data;
  return {
    id,
    keys: verificationMethod.filter((key) => key !== null),
    mayAssert: new Set(assertionMethod.filter((key) => key !== null)),
  };
}

export const DID_CONTEXT = 'https://www.w3.org/ns/did/v1';
export const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';

export interface PublishedKey {
  id: string;
  publicKeyMultibase: string;
  retiredAt: Date | null;
  revokedAt: Date | null;
}

/** Where a key is found in its issuer's document. */
export const keyName = (did: string, keyId: string) => `${did}#key-${keyId}`;

/** The document that an issuer publishes: every key it ever had, so that what an earlier one signed can still be checked. */
export function issuerDocumentOf(did: string, name: string, url: string, keys: readonly PublishedKey[]) {
  const entries = keys.map(({ id, publicKeyMultibase, retiredAt, revokedAt }) => ({
    id: keyName(did, id),
    type: 'Multikey',
    controller: did,
    publicKeyMultibase,
    ...(retiredAt && { retired: retiredAt.toISOString() }),
    ...(revokedAt && { revoked: revokedAt.toISOString() }),
  }));
  return {
    '@context': [
      DID_CONTEXT,
      MULTIKEY_CONTEXT,
      { retired: 'urn:holdout:retired', name: 'https://schema.org/name', url: 'https://schema.org/url' },
    ],
    id: did,
    name,
    url,
    verificationMethod: entries,
    assertionMethod: entries.filter(({ revoked }) => revoked === undefined).map(({ id }) => id),
  };
}

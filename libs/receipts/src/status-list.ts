import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import type { IssuerKey } from './issuer-key.js';
import { signCredential } from './sign-credential.js';

/** The least that the specification allows, so that an index says nothing about who it belongs to. */
export const STATUS_LIST_LENGTH = 131_072;

const VALID_DAYS = 7;

export interface StatusListFacts {
  /** Where it is published. */
  address: string;
  revoked: readonly number[];
  at: Date;
}

/** A signed list of what was revoked. It states until when it may be relied on: an old copy must not hide a revocation. */
export async function signStatusList(
  { address, revoked, at }: StatusListFacts,
  key: IssuerKey,
): Promise<Record<string, unknown>> {
  const list = await createList({ length: STATUS_LIST_LENGTH });
  for (const index of revoked) list.setStatus(index, true);
  const document = await createCredential({ id: address, list, statusPurpose: 'revocation' });
  const validUntil = new Date(at.getTime() + VALID_DAYS * 24 * 60 * 60 * 1000);
  const credential = {
    ...document,
    issuer: key.issuer,
    validFrom: at.toISOString(),
    validUntil: validUntil.toISOString(),
  };
  return signCredential(credential, key, at);
}

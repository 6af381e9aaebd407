import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { z } from 'zod';
import { checkSignature } from './check-signature.js';
import { readCredential, type Credential } from './credential.js';
import type { Issuers } from './issuers.js';
import { parsed, type Sources } from './sources.js';
import { found, type Step } from './steps.js';

const subject = z.looseObject({
  type: z.literal('BitstringStatusList'),
  statusPurpose: z.literal('revocation'),
  encodedList: z.string().startsWith('u'),
});

/** Did the issuer take it back? Only a list that the issuer itself signed can say so. */
export async function checkRevocation(
  credential: Credential,
  { sources, issuers, now }: { sources: Sources; issuers: Issuers; now: Date },
): Promise<Step<'REVOCATION'>> {
  const entry = credential.credentialStatus.find(
    ({ type, statusPurpose }) => type === 'BitstringStatusListEntry' && statusPurpose === 'revocation',
  );
  const address = entry?.statusListCredential;
  if (!entry || !address) return found('REVOCATION', 'NO_LIST');
  const text = await sources.byAddress(address);
  if (text === null) return found('REVOCATION', 'LIST_NOT_FOUND', { list: address });
  const forged = (why: string) => found('REVOCATION', 'LIST_FORGED', { list: address, why });
  const json = parsed(text);
  const list = readCredential(json);
  if (!list || typeof json !== 'object' || json === null) return forged('FORM');
  if (list.issuer.id !== credential.issuer.id) return forged('ISSUER');
  if (list.id !== address || !list.type.includes('BitstringStatusListCredential')) return forged('NAME');
  const signature = await checkSignature(json, list, issuers);
  if (signature.state === 'UNKNOWN') return found('REVOCATION', 'LIST_NOT_FOUND', { list: address });
  if (signature.state === 'FAILED') return forged('SIGNATURE');
  const isRevoked = await bitOf(list.credentialSubject, entry.statusListIndex ?? '');
  if (isRevoked === null) return forged('FORM');
  const at = list.validFrom ?? '';
  if (isRevoked) return found('REVOCATION', 'REVOKED', { list: address, at });
  if (list.validUntil && Date.parse(list.validUntil) < now.getTime())
    return found('REVOCATION', 'LIST_OLD', { list: address, at });
  return found('REVOCATION', 'NOT_REVOKED', { list: address, at });
}

/** Null when the list has no such entry. */
async function bitOf(json: unknown, position: string): Promise<boolean | null> {
  const { data } = subject.safeParse(json);
  if (!data || !/^\d+$/.test(position)) return null;
  const list = await decodeList({ encodedList: data.encodedList });
  const index = Number(position);
  return index < list.length ? list.getStatus(index) : null;
}

import { signingKey } from './check-signature.js';
import type { Credential } from './credential.js';
import { hexOfSri, sha256Hex } from './digest.js';
import { isSignedBy, readEnvelope } from './envelope.js';
import { issuerOfKey, type Issuers } from './issuers.js';
import { metricText, receiptStatement, type ReceiptPredicate } from './predicate.js';
import { parsed, type Sources } from './sources.js';
import { found, type Step } from './steps.js';

/** A receipt that a credential rests on, as it was found. */
export interface SeenReceipt {
  address: string;
  digest: string;
  /** The statement inside, as it stands. */
  statement: string;
  /** Null when it is of a kind that this program does not know. */
  predicate: ReceiptPredicate | null;
}

export interface CheckedEvidence {
  steps: [Step<'EVIDENCE'>, Step<'RECEIPT'>];
  receipts: SeenReceipt[];
}

/** Are the receipts that the credential names still those it was made from, and do they say the same? */
export async function checkEvidence(
  credential: Credential,
  { sources, issuers }: { sources: Sources; issuers: Issuers },
): Promise<CheckedEvidence> {
  const named = credential.relatedResource.flatMap(({ id, digestSRI }) => {
    const digest = digestSRI === undefined ? null : hexOfSri(digestSRI);
    return digest === null ? [] : [{ address: id, digest }];
  });
  const notSeen = found('RECEIPT', 'NOT_SEEN');
  if (named.length === 0) return { steps: [found('EVIDENCE', 'NONE'), notSeen], receipts: [] };
  const receipts: SeenReceipt[] = [];
  const texts: string[] = [];
  for (const { address, digest } of named) {
    const text = (await sources.byDigest(digest)) ?? (await sources.byAddress(address));
    if (text === null) return { steps: [found('EVIDENCE', 'NOT_FOUND', { address }), notSeen], receipts };
    if ((await sha256Hex(text)) !== digest)
      return { steps: [found('EVIDENCE', 'CHANGED', { address, digest }), notSeen], receipts };
    texts.push(text);
    receipts.push({ address, digest, ...contentsOf(readEnvelope(text)?.statement ?? '') });
  }
  const matches = found('EVIDENCE', 'MATCHES', { count: String(named.length) });
  return { steps: [matches, await checkReceipts(credential, issuers, texts, receipts)], receipts };
}

async function checkReceipts(
  credential: Credential,
  issuers: Issuers,
  texts: readonly string[],
  receipts: readonly SeenReceipt[],
): Promise<Step<'RECEIPT'>> {
  const issuer = credential.issuer.id;
  const document = await issuers.find(issuer);
  if (!document) return found('RECEIPT', 'NOT_SEEN');
  for (const text of texts) {
    const envelope = readEnvelope(text);
    const key =
      envelope && issuerOfKey(envelope.keyName) === issuer && signingKey(document, envelope.keyName);
    if (!key || 'finding' in key || !(await isSignedBy(key, envelope)))
      return found('RECEIPT', 'NOT_SIGNED_BY_ISSUER', { issuer });
  }
  const difference = receipts
    .flatMap(({ predicate }) => predicate?.metrics ?? [])
    .find((metric) => {
      const stated = statedResult(credential, `#metric-${metric.name}`);
      return stated !== null && stated !== metricText(metric);
    });
  return difference
    ? found('RECEIPT', 'DISAGREES', { metric: difference.name, receipt: metricText(difference) })
    : found('RECEIPT', 'AGREES');
}

/** What the credential says of one result; null when it does not mention it. */
function statedResult({ credentialSubject }: Credential, ending: string): string | null {
  const stated = credentialSubject.result.find(({ resultDescription }) =>
    resultDescription?.endsWith(ending),
  );
  return stated?.value ?? null;
}

export function contentsOf(statement: string): Pick<SeenReceipt, 'statement' | 'predicate'> {
  return { statement, predicate: receiptStatement.safeParse(parsed(statement)).data?.predicate ?? null };
}

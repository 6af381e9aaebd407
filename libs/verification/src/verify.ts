import { checkEvidence, contentsOf, type SeenReceipt } from './check-evidence.js';
import { checkRevocation } from './check-revocation.js';
import { checkSignature, signingKey, timing } from './check-signature.js';
import { readCredential, type Credential } from './credential.js';
import { sha256Hex } from './digest.js';
import { isSignedBy, readEnvelope, type Envelope } from './envelope.js';
import { issuerOfKey, Issuers } from './issuers.js';
import { parsed, type Sources } from './sources.js';
import { found, verdictOf, type Step, type Verdict } from './steps.js';

export interface VerificationOptions {
  sources: Sources;
  /** Does this reader trust an issuer? A good signature says who, never whether to believe them. */
  trusts: (issuer: string) => boolean;
  now?: Date;
  /** Told of each step as it is done. */
  onStep?: (step: Step) => void;
}

export interface Verification {
  kind: 'CREDENTIAL' | 'RECEIPT';
  verdict: Verdict;
  steps: Step[];
  issuer: { id: string; name: string | null };
  credential: Credential | null;
  receipts: SeenReceipt[];
}

/** Neither a credential nor a receipt. */
export class NothingToVerifyError extends Error {
  override readonly name = 'NothingToVerifyError';
}

/**
 * Checks a credential or a receipt, step by step. A step that fails does not stop the others: each is shown as what it is.
 * @throws NothingToVerifyError when the text is neither
 */
export async function verify(text: string, options: VerificationOptions): Promise<Verification> {
  const envelope = readEnvelope(text);
  if (envelope) return verifyReceipt(text, envelope, options);
  const json = parsed(text);
  const credential = readCredential(json);
  if (!credential || typeof json !== 'object' || json === null) throw new NothingToVerifyError();
  return verifyCredential(json, credential, options);
}

async function verifyCredential(
  json: object,
  credential: Credential,
  { sources, trusts, now = new Date(), onStep }: VerificationOptions,
): Promise<Verification> {
  const issuers = new Issuers(sources);
  const steps: Step[] = [];
  const say = (step: Step): void => {
    steps.push(step);
    onStep?.(step);
  };
  say(await checkSignature(json, credential, issuers));
  say(await checkIssuer(credential.issuer.id, issuers, trusts));
  say(await checkRevocation(credential, { sources, issuers, now }));
  say(checkExpiry(credential, now));
  const evidence = await checkEvidence(credential, { sources, issuers });
  evidence.steps.forEach(say);
  const issuer = { id: credential.issuer.id, name: credential.issuer.name ?? null };
  const { receipts } = evidence;
  return { kind: 'CREDENTIAL', verdict: verdictOf(steps), steps, issuer, credential, receipts };
}

async function verifyReceipt(
  text: string,
  envelope: Envelope,
  { sources, trusts, onStep }: VerificationOptions,
): Promise<Verification> {
  const issuers = new Issuers(sources);
  const issuer = issuerOfKey(envelope.keyName);
  const contents = contentsOf(envelope.statement);
  const signature = await checkEnvelope(envelope, contents.predicate?.finished, issuers);
  onStep?.(signature);
  const trust = await checkIssuer(issuer, issuers, trusts);
  onStep?.(trust);
  const steps: Step[] = [signature, trust];
  const receipts = [{ address: '', digest: await sha256Hex(text), ...contents }];
  const named = { id: issuer, name: null };
  return { kind: 'RECEIPT', verdict: verdictOf(steps), steps, issuer: named, credential: null, receipts };
}

async function checkEnvelope(
  envelope: Envelope,
  signedAt: string | undefined,
  issuers: Issuers,
): Promise<Step<'SIGNATURE'>> {
  const issuer = issuerOfKey(envelope.keyName);
  const document = await issuers.find(issuer);
  if (!document) return found('SIGNATURE', 'ISSUER_NOT_FOUND', { issuer });
  const key = signingKey(document, envelope.keyName);
  if ('finding' in key) return found('SIGNATURE', key.finding, key.values);
  if (!(await isSignedBy(key, envelope))) return found('SIGNATURE', 'CHANGED', { key: envelope.keyName });
  return found('SIGNATURE', ...timing(key, signedAt));
}

async function checkIssuer(
  issuer: string,
  issuers: Issuers,
  trusts: VerificationOptions['trusts'],
): Promise<Step<'ISSUER'>> {
  if (!(await issuers.find(issuer))) return found('ISSUER', 'NOT_FOUND', { issuer });
  return found('ISSUER', trusts(issuer) ? 'TRUSTED' : 'NOT_TRUSTED', { issuer });
}

function checkExpiry({ validFrom, validUntil }: Credential, now: Date): Step<'EXPIRY'> {
  if (validFrom && Date.parse(validFrom) > now.getTime())
    return found('EXPIRY', 'NOT_YET_VALID', { at: validFrom });
  if (!validUntil) return found('EXPIRY', 'NEVER', { ...(validFrom && { at: validFrom }) });
  const isOver = Date.parse(validUntil) < now.getTime();
  return found('EXPIRY', isOver ? 'EXPIRED' : 'NOT_YET_EXPIRED', { at: validUntil });
}

import { randomUUID } from 'node:crypto';
import {
  didWebAddress,
  GivenFiles,
  issuerDocumentOf,
  issuerPlaces,
  NothingToVerifyError,
  readEnvelope,
  sha256Hex,
  verify,
  type PublishedKey,
  type Verification,
} from '@holdout/verification';
import {
  EXAMPLE_INDEX as INDEX,
  EXAMPLE_ISSUED as NOW,
  exampleCredential,
} from './example-credential.fixture.js';
import { IssuerKeySafe, IssuerKeySealedError, type IssuerKey } from './issuer-key.js';
import { makeReceipt } from './make-receipt.js';
import { receiptFacts } from './receipt-facts.fixture.js';
import { signCredential } from './sign-credential.js';
import { signReceipt } from './sign-receipt.js';
import { signStatusList } from './status-list.js';

const LATER = new Date('2026-03-02T12:00:00.000Z');
const YEAR_LATER = new Date('2027-03-01T12:00:00.000Z');

/** An organization that issues: its keys, and the files it publishes. */
class Issuer {
  readonly places;
  private readonly published: PublishedKey[] = [];

  constructor(readonly slug = 'demo') {
    this.places = issuerPlaces('https://holdout.example', slug);
  }

  async newKey(): Promise<IssuerKey> {
    const safe = new IssuerKeySafe('ab'.repeat(32));
    const id = randomUUID();
    const stored = await safe.make(id, this.slug);
    const { publicKeyMultibase } = stored;
    this.published.push({ id, publicKeyMultibase, retiredAt: null, revokedAt: null });
    return safe.open({ id, organizationId: this.slug, ...stored }, this.places.did);
  }

  /** From now on the key signs nothing, or never signed anything that counts. */
  end(key: IssuerKey, how: Partial<PublishedKey>): void {
    Object.assign(this.published.find(({ id }) => id === key.id) ?? {}, how);
  }

  document(): string {
    return JSON.stringify(issuerDocumentOf(this.places.did, 'Demo', this.places.home, this.published));
  }

  async statusList(key: IssuerKey, revoked: number[], at = NOW): Promise<string> {
    return JSON.stringify(await signStatusList({ address: this.places.statusList(1), revoked, at }, key));
  }
}

/** A credential with all that belongs to it. */
async function issued(issuer: Issuer, key: IssuerKey, more: { validUntil?: string } = {}) {
  const receipt = await signReceipt(makeReceipt(receiptFacts).statement, key);
  const document = exampleCredential(issuer.places, receipt.digest);
  const credential = JSON.stringify(await signCredential({ ...document, ...more }, key, NOW));
  return { credential, receipt: receipt.envelope };
}

interface Checked {
  files: string[];
  now?: Date;
  trusted?: string[];
}

async function check(text: string, { files, now = LATER, trusted = [] }: Checked): Promise<Verification> {
  const sources = await GivenFiles.of(files, didWebAddress);
  return verify(text, { sources, trusts: (issuer) => trusted.includes(issuer), now });
}

const findingsOf = ({ steps }: Verification) =>
  Object.fromEntries(steps.map(({ step, finding }) => [step, finding]));

describe('a credential', () => {
  let issuer: Issuer;
  let key: IssuerKey;
  let credential: string;
  let receipt: string;
  let list: string;

  beforeAll(async () => {
    issuer = new Issuer();
    key = await issuer.newKey();
    ({ credential, receipt } = await issued(issuer, key));
    list = await issuer.statusList(key, []);
  });

  it('is verified offline, step by step, and an unknown issuer is a warning', async () => {
    const files = [issuer.document(), receipt, list];
    const unknown = await check(credential, { files });
    expect(findingsOf(unknown)).toEqual({
      SIGNATURE: 'VALID',
      ISSUER: 'NOT_TRUSTED',
      REVOCATION: 'NOT_REVOKED',
      EXPIRY: 'NEVER',
      EVIDENCE: 'MATCHES',
      RECEIPT: 'AGREES',
    });
    expect(unknown.verdict).toBe('VERIFIED');
    expect(unknown.steps.find(({ step }) => step === 'ISSUER')?.state).toBe('WARNING');
    const known = await check(credential, { files, trusted: [issuer.places.did] });
    expect(known.steps.map(({ state }) => state)).toEqual(Array(6).fill('PASSED'));
    expect(known.receipts[0]?.predicate).toMatchObject({ points: { value: 90 } });
  });

  it('fails at whatever word of it is changed', async () => {
    const json: unknown = JSON.parse(credential);
    const places = leavesOf(json);
    expect(places.length).toBeGreaterThan(60);
    const unnoticed: string[] = [];
    for (const place of places) {
      const changed = JSON.stringify(withChange(json, place));
      const result = await check(changed, { files: [issuer.document()] }).catch((error: unknown) => {
        if (error instanceof NothingToVerifyError) return null;
        throw error;
      });
      if (result?.steps[0]?.state === 'PASSED') unnoticed.push(place.join('.'));
    }
    expect(unnoticed).toEqual([]);
  }, 30_000);

  it('fails when a sentence is added that the vocabulary does not know, or an element is left out', async () => {
    const files = [issuer.document(), receipt, list];
    const json = JSON.parse(credential) as Record<string, unknown> & { evidence?: unknown };
    const added = await check(JSON.stringify({ ...json, grade: 'A' }), { files });
    expect(findingsOf(added)).toMatchObject({ SIGNATURE: 'CHANGED' });
    const { evidence: _evidence, ...without } = json;
    expect(findingsOf(await check(JSON.stringify(without), { files }))).toMatchObject({
      SIGNATURE: 'CHANGED',
    });
  });

  it('says that it was revoked, though its signature is good', async () => {
    const revoked = await issuer.statusList(key, [INDEX], LATER);
    const result = await check(credential, { files: [issuer.document(), receipt, revoked] });
    expect(findingsOf(result)).toMatchObject({ SIGNATURE: 'VALID', REVOCATION: 'REVOKED' });
    expect(result.verdict).toBe('NOT_VERIFIED');
  });

  it('does not take a status list on trust: of another issuer, changed, renamed, or for another purpose', async () => {
    const other = new Issuer('other');
    const otherKey = await other.newKey();
    const foreign = JSON.parse(await other.statusList(otherKey, [])) as Record<string, unknown>;
    const own = JSON.parse(await issuer.statusList(key, [INDEX])) as {
      credentialSubject: { encodedList: string };
    };
    const clean = JSON.parse(list) as { credentialSubject: { encodedList: string } };
    const forgeries: Record<string, object> = {
      ISSUER: { ...foreign, id: issuer.places.statusList(1) },
      SIGNATURE: {
        ...own,
        credentialSubject: { ...own.credentialSubject, encodedList: clean.credentialSubject.encodedList },
      },
    };
    for (const [why, forged] of Object.entries(forgeries)) {
      const files = [issuer.document(), other.document(), receipt, JSON.stringify(forged)];
      const { steps } = await check(credential, { files });
      expect(steps.find(({ step }) => step === 'REVOCATION')).toMatchObject({
        finding: 'LIST_FORGED',
        values: { why },
      });
    }
  });

  it('warns when the status list is too old to rely on, and says what is missing', async () => {
    const old = await check(credential, { files: [issuer.document(), receipt, list], now: YEAR_LATER });
    expect(findingsOf(old)).toMatchObject({ REVOCATION: 'LIST_OLD' });
    const alone = await check(credential, { files: [issuer.document()] });
    expect(findingsOf(alone)).toMatchObject({ REVOCATION: 'LIST_NOT_FOUND', EVIDENCE: 'NOT_FOUND' });
    expect(alone.verdict).toBe('INCOMPLETE');
    const nothing = await check(credential, { files: [] });
    expect(findingsOf(nothing)).toMatchObject({ SIGNATURE: 'ISSUER_NOT_FOUND', ISSUER: 'NOT_FOUND' });
  });

  it('tells expired from valid', async () => {
    const expiring = await issued(issuer, key, { validUntil: '2026-06-01T00:00:00.000Z' });
    const files = [issuer.document(), expiring.receipt, list];
    expect(findingsOf(await check(expiring.credential, { files }))).toMatchObject({
      SIGNATURE: 'VALID',
      EXPIRY: 'NOT_YET_EXPIRED',
    });
    const over = await check(expiring.credential, { files, now: YEAR_LATER });
    expect(findingsOf(over)).toMatchObject({ SIGNATURE: 'VALID', EXPIRY: 'EXPIRED' });
  });

  it('names an issuer whose key did not sign it', async () => {
    const other = new Issuer('other');
    const otherKey = await other.newKey();
    const json = JSON.parse(credential) as { issuer: object; proof: object };
    const unsigned = { ...json, proof: undefined };
    const signedByOther = await signCredential(JSON.parse(JSON.stringify(unsigned)) as never, otherKey, NOW);
    const files = [issuer.document(), other.document(), receipt, list];
    expect(findingsOf(await check(JSON.stringify(signedByOther), { files }))).toMatchObject({
      SIGNATURE: 'OTHER_ISSUERS_KEY',
    });
    // Renamed to the issuer's, the key is none of its own.
    const renamed = JSON.stringify(signedByOther).replaceAll('issuers:other', 'issuers:demo');
    expect(findingsOf(await check(renamed, { files }))).toMatchObject({ SIGNATURE: 'UNKNOWN_KEY' });
  });

  it('stays good after its key was rotated, not after it got into other hands, and no retired key signs anew', async () => {
    const rotating = new Issuer();
    const first = await rotating.newKey();
    const before = await issued(rotating, first);
    const second = await rotating.newKey();
    rotating.end(first, { retiredAt: LATER });
    const freshList = await rotating.statusList(second, [], LATER);
    const files = [rotating.document(), before.receipt, freshList];
    expect(findingsOf(await check(before.credential, { files }))).toMatchObject({
      SIGNATURE: 'VALID_EARLIER_KEY',
      REVOCATION: 'NOT_REVOKED',
      RECEIPT: 'AGREES',
    });
    const json = JSON.parse(before.credential) as { proof: unknown };
    const { proof: _proof, ...unsigned } = json;
    const late = JSON.stringify(await signCredential(unsigned, first, YEAR_LATER));
    expect(findingsOf(await check(late, { files }))).toMatchObject({ SIGNATURE: 'AFTER_RETIREMENT' });
    rotating.end(first, { revokedAt: LATER });
    const compromised = [rotating.document(), before.receipt, freshList];
    expect(findingsOf(await check(before.credential, { files: compromised }))).toMatchObject({
      SIGNATURE: 'REVOKED_KEY',
      RECEIPT: 'NOT_SIGNED_BY_ISSUER',
    });
  });
});

describe('a receipt', () => {
  it('is the same file whenever it is signed, verified alone, and any changed byte shows', async () => {
    const issuer = new Issuer();
    const key = await issuer.newKey();
    const { statement } = makeReceipt(receiptFacts);
    const signed = await signReceipt(statement, key);
    expect(await signReceipt(statement, key)).toEqual(signed);
    expect(signed.digest).toBe(await sha256Hex(signed.envelope));
    const files = [issuer.document()];
    const result = await check(signed.envelope, { files, trusted: [issuer.places.did] });
    expect(result).toMatchObject({ kind: 'RECEIPT', verdict: 'VERIFIED' });
    const envelope = readEnvelope(signed.envelope);
    const changed = statement.replace('"value":90', '"value":99');
    const forged = signed.envelope.replace(
      Buffer.from(envelope?.statement ?? '').toString('base64'),
      Buffer.from(changed).toString('base64'),
    );
    expect(forged).not.toBe(signed.envelope);
    expect(findingsOf(await check(forged, { files }))).toMatchObject({ SIGNATURE: 'CHANGED' });
  });

  it('that was exchanged no longer matches the credential, also where its numbers are better', async () => {
    const issuer = new Issuer();
    const key = await issuer.newKey();
    const { credential, receipt } = await issued(issuer, key);
    const list = await issuer.statusList(key, []);
    const address = String(
      (JSON.parse(credential) as { relatedResource: { id: string }[] }).relatedResource[0]?.id,
    );
    const sources = {
      byDigest: () => Promise.resolve(null),
      byAddress: async (url: string) =>
        url === address
          ? `${receipt} `
          : (await GivenFiles.of([issuer.document(), list], didWebAddress)).byAddress(url),
    };
    const result = await verify(credential, { sources, trusts: () => true, now: LATER });
    expect(findingsOf(result)).toMatchObject({
      SIGNATURE: 'VALID',
      EVIDENCE: 'CHANGED',
      RECEIPT: 'NOT_SEEN',
    });
  });
});

describe('a stored key', () => {
  it('opens only with its secret and in its own row', async () => {
    const safe = new IssuerKeySafe('ab'.repeat(32));
    const stored = { id: 'k1', organizationId: 'o1', ...(await safe.make('k1', 'o1')) };
    await expect(safe.open(stored, 'did:web:a')).resolves.toMatchObject({ name: 'did:web:a#key-k1' });
    const other = new IssuerKeySafe('cd'.repeat(32));
    await expect(async () => other.open(stored, 'did:web:a')).rejects.toThrow(IssuerKeySealedError);
    await expect(async () => safe.open({ ...stored, organizationId: 'o2' }, 'did:web:a')).rejects.toThrow(
      IssuerKeySealedError,
    );
    expect(Buffer.from(stored.encryptedPrivateKey).toString('latin1')).not.toContain('Ed25519');
  });
});

type Place = (string | number)[];

function leavesOf(json: unknown, place: Place = []): Place[] {
  if (Array.isArray(json)) return json.flatMap((item, index) => leavesOf(item, [...place, index]));
  if (typeof json === 'object' && json !== null)
    return Object.entries(json).flatMap(([name, value]) => leavesOf(value, [...place, name]));
  return [place];
}

function withChange(json: unknown, place: Place): unknown {
  const copy = structuredClone(json) as Record<string | number, unknown>;
  const last = place.at(-1) ?? '';
  const parent = place
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((node, name) => node[name] as never, copy);
  const value = parent[last];
  parent[last] = typeof value === 'string' ? `${value}x` : typeof value === 'boolean' ? !value : 0;
  return copy;
}

import { randomUUID } from 'node:crypto';
import { credentialDocument, IssuerKeySafe, signCredential, type CredentialFacts } from '@holdout/receipts';
import { issuerPlaces } from '@holdout/verification';
import { schemaProblems } from '../support/open-badges-schema.js';

const places = issuerPlaces('https://holdout.example', 'demo');
const achievement: CredentialFacts['achievement'] = {
  slug: 'tabular-risk',
  kind: 'ASSIGNMENT',
  title: 'Tabular risk model',
  summary: 'Predicts who will not pay back.',
  criteria: 'At least 70 of 100 points on rows never seen.',
  skills: ['Evaluation and error analysis'],
};
const facts: CredentialFacts = {
  id: randomUUID(),
  places,
  organizationName: 'Demo',
  achievement,
  subject: { emailHash: 'c'.repeat(64), salt: 'pepper' },
  points: { value: 90, low: 80, high: 97, passMark: 70 },
  metrics: [{ name: 'auc', label: 'AUC', text: '0.83 (0.8 to 0.86)' }],
  assurance: 'SELF_DECLARED',
  answersArePublic: true,
  receipts: [{ digest: 'a'.repeat(64), title: 'Tabular risk model' }],
  status: { list: 1, index: 94_567 },
  validFrom: new Date('2026-03-01T12:00:00.000Z'),
};

/** Everything of which a credential may say the one or the other. */
const KINDS: Record<string, Partial<CredentialFacts>> = {
  'an assignment, to an address that is hashed': {},
  'an assignment, to a key of the student’s own': { subject: { did: 'did:key:z6MkhaXgBZD' } },
  'a stage, without points of its own': {
    achievement: { ...achievement, kind: 'STAGE', slug: 'stage-baselines', skills: [] },
    points: null,
    metrics: [],
    answersArePublic: false,
    assurance: 'INTERVIEWED',
    receipts: ['a', 'b'].map((digit) => ({ digest: digit.repeat(64), title: digit })),
  },
};

async function signed(more: Partial<CredentialFacts> = {}): Promise<Record<string, unknown>> {
  const id = randomUUID();
  const safe = new IssuerKeySafe('ab'.repeat(32));
  const key = await safe.open({ id, organizationId: 'demo', ...(await safe.make(id, 'demo')) }, places.did);
  return signCredential(credentialDocument({ ...facts, ...more }), key, new Date());
}

describe('the schema that 1EdTech publishes for Open Badges 3.0', () => {
  it.each(Object.entries(KINDS))('accepts a credential of %s', async (_name, more) => {
    expect(schemaProblems(await signed(more))).toEqual([]);
  });

  it('refuses one that misses what the standard asks for, or says it in another form', async () => {
    const credential = await signed();
    const subject = credential['credentialSubject'] as Record<string, unknown>;
    const { validFrom: _left, ...undated } = credential;
    const broken: Record<string, object> = {
      validFrom: undated,
      '/type': { ...credential, type: ['VerifiableCredential'] },
      '/validFrom': { ...credential, validFrom: 'yesterday' },
      '/credentialSubject': { ...credential, credentialSubject: { ...subject, achievement: undefined } },
      '/credentialSubject/result': {
        ...credential,
        credentialSubject: { ...subject, result: [{ value: 90 }] },
      },
    };
    for (const [place, document] of Object.entries(broken))
      expect(schemaProblems(JSON.parse(JSON.stringify(document))).join('\n')).toContain(place);
  });
});

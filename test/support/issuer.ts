import { randomUUID } from 'node:crypto';
import {
  credentialDocument,
  IssuerKeySafe,
  makeReceipt,
  signCredential,
  signReceipt,
  signStatusList,
  type IssuerKey,
} from '@holdout/receipts';
import {
  issuerDocumentOf,
  issuerPlaces,
  metricText,
  type PublishedKey,
  type ReceiptPredicate,
} from '@holdout/verification';

const digest = 'a'.repeat(64);

/** A credential and all that it points to, as files. */
export interface Issued {
  credential: string;
  receipt: string;
  /** Address and index of its place in the status list. */
  index: number;
}

/** An organization that issues without a deployment around it: for verifying, and for measuring. */
export class TestIssuer {
  readonly places: ReturnType<typeof issuerPlaces>;
  private readonly key: IssuerKey;
  private readonly published: PublishedKey;

  private constructor(places: ReturnType<typeof issuerPlaces>, key: IssuerKey, published: PublishedKey) {
    this.places = places;
    this.key = key;
    this.published = published;
  }

  static async create(publicUrl: string): Promise<TestIssuer> {
    const places = issuerPlaces(publicUrl, 'academy');
    const id = randomUUID();
    const safe = new IssuerKeySafe('ab'.repeat(32));
    const stored = await safe.make(id, 'academy');
    const key = await safe.open({ id, organizationId: 'academy', ...stored }, places.did);
    const { publicKeyMultibase } = stored;
    return new TestIssuer(places, key, { id, publicKeyMultibase, retiredAt: null, revokedAt: null });
  }

  /** @param key what became of its key since */
  document(key: Partial<PublishedKey> = {}): string {
    const published = [{ ...this.published, ...key }];
    return JSON.stringify(issuerDocumentOf(this.places.did, 'Academy', this.places.home, published));
  }

  async statusList(revoked: readonly number[] = []): Promise<string> {
    const address = this.places.statusList(1);
    return JSON.stringify(await signStatusList({ address, revoked, at: new Date() }, this.key));
  }

  async issue(index = 7): Promise<Issued> {
    const facts = receiptFacts();
    const signed = await signReceipt(makeReceipt(facts).statement, this.key);
    const document = credentialDocument({
      id: randomUUID(),
      places: this.places,
      organizationName: 'Academy',
      subject: { emailHash: 'c'.repeat(64), salt: 'pepper' },
      achievement: {
        slug: 'tabular-risk',
        kind: 'ASSIGNMENT',
        title: 'Tabular risk model',
        summary: 'Predicts who will not pay back a loan.',
        criteria: 'At least **70 of 100 points** on rows that the student had never seen.',
        skills: ['Evaluation and error analysis'],
      },
      points: { ...facts.points, passMark: 70 },
      metrics: facts.metrics.map((metric) => ({ name: metric.name, label: 'AUC', text: metricText(metric) })),
      assurance: 'SUPERVISED',
      answersArePublic: true,
      receipts: [{ digest: signed.digest, title: 'Tabular risk model' }],
      status: { list: 1, index },
      validFrom: new Date(facts.finished),
    });
    const credential = await signCredential(document, this.key, new Date());
    return { credential: JSON.stringify(credential), receipt: signed.envelope, index };
  }
}

function receiptFacts(): ReceiptPredicate {
  const interval = { level: 0.95, low: 0.8, high: 0.86, method: 'percentile bootstrap', resamples: 1000 };
  return {
    run: { id: randomUUID(), kind: 'CERTIFICATION', attempt: 1 },
    submission: { sha256: 'b'.repeat(64), gitCommit: null },
    assignment: { id: randomUUID(), slug: 'tabular-risk', version: 1, definitionSha256: digest },
    images: { light: `sha256:${digest}` },
    scorer: { template: 'binary-classification', sha256: digest },
    splits: [{ name: 'PRIVATE_TEST', rows: 1400, commitment: 'c0ffee' }],
    seed: 7,
    artifacts: { 'model.tar': digest },
    hardware: { cpus: 2 },
    limits: { train: { wallSeconds: 120 } },
    anchors: { source: 'SHIPPED', sha256: digest },
    metrics: [{ name: 'auc', split: 'PRIVATE_TEST', direction: 'HIGHER', value: 0.83, ci: interval }],
    points: { value: 90, low: 80, high: 97 },
    passed: true,
    started: '2026-01-01T00:00:00.000Z',
    finished: '2026-01-01T00:01:00.000Z',
  };
}

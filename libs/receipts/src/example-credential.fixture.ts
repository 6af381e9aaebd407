import { randomUUID } from 'node:crypto';
import { metricText, type IssuerPlaces } from '@holdout/verification';
import { credentialDocument } from './credential-document.js';
import { receiptFacts } from './receipt-facts.fixture.js';

export const EXAMPLE_ISSUED = new Date('2026-03-01T12:00:00.000Z');
export const EXAMPLE_INDEX = 94_567;

/** A credential of the receipt of `receiptFacts`, not signed yet, for tests. */
export function exampleCredential(places: IssuerPlaces, receiptDigest: string): Record<string, unknown> {
  return credentialDocument({
    id: randomUUID(),
    places,
    organizationName: 'Demo',
    subject: { emailHash: 'c'.repeat(64), salt: 'pepper' },
    achievement: {
      slug: 'tabular-risk',
      kind: 'ASSIGNMENT',
      title: 'Tabular risk model',
      summary: 'Predicts who will not pay back.',
      criteria: 'At least 70 of 100 points on rows never seen.',
      skills: ['Evaluation and error analysis'],
    },
    points: { value: 90, low: 80, high: 97, passMark: 70 },
    metrics: receiptFacts.metrics.map((metric) => ({
      name: metric.name,
      label: 'AUC',
      text: metricText(metric),
    })),
    assurance: 'SELF_DECLARED',
    answersArePublic: true,
    receipts: [{ digest: receiptDigest, title: 'Tabular risk model' }],
    status: { list: 1, index: EXAMPLE_INDEX },
    validFrom: EXAMPLE_ISSUED,
  });
}

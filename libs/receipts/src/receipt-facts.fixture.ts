import type { ReceiptPredicate } from '@holdout/verification';

const hash = 'a'.repeat(64);
/** A complete set of facts, for tests. */
export const receiptFacts: ReceiptPredicate = {
  run: { id: '018f0000-0000-7000-8000-000000000001', kind: 'CERTIFICATION', attempt: 1 },
  submission: { sha256: 'b'.repeat(64), gitCommit: null },
  assignment: {
    id: '018f0000-0000-7000-8000-000000000002',
    slug: 'tabular-risk',
    version: 1,
    definitionSha256: hash,
  },
  images: { light: `sha256:${hash}`, scorer: `sha256:${hash}` },
  scorer: { template: 'binary-classification', sha256: hash },
  splits: [{ name: 'PRIVATE_TEST', rows: 1400, commitment: 'c0ffee' }],
  seed: 7,
  artifacts: { 'model.tar': hash },
  hardware: { cpus: 2, memoryBytes: 8_000_000_000 },
  limits: { train: { wallSeconds: 120 } },
  anchors: { source: 'SHIPPED', sha256: hash },
  metrics: [
    {
      name: 'auc',
      split: 'PRIVATE_TEST',
      direction: 'HIGHER',
      value: 0.83,
      ci: { level: 0.95, low: 0.8, high: 0.86, method: 'percentile bootstrap', resamples: 1000 },
    },
  ],
  points: { value: 90, low: 80, high: 97 },
  passed: true,
  started: '2026-01-01T00:00:00.000Z',
  finished: '2026-01-01T00:01:00.000Z',
};

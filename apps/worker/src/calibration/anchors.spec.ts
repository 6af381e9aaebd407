import type { Anchors } from '@holdout/grading';
import { anchorsFrom, type Measurement } from './anchors.js';

const shipped = { schema: 'holdout.anchors/1', metrics: {}, passChance: { naive: 0 } } as unknown as Anchors;
const split = (naive: number, simple: number, strong: number): Measurement => ({
  naive: { auc: naive, cost: 1 - naive },
  simple: { auc: simple, cost: 1 - simple },
  strong: { auc: strong, cost: 1 - strong },
});
const metrics = [
  { name: 'auc', direction: 'HIGHER' as const },
  { name: 'cost', direction: 'LOWER' as const },
];

describe('anchors', () => {
  it('are means of the references, with the paired gap in the good direction of either kind of metric', () => {
    const anchors = anchorsFrom(shipped, metrics, [
      split(0.5, 0.7, 0.8),
      split(0.5, 0.72, 0.84),
      split(0.5, 0.74, 0.85),
    ]);
    expect(anchors.metrics['auc']).toMatchObject({
      naive: 0.5,
      simple: 0.72,
      strong: 0.83,
      gap: { mean: 0.11 },
    });
    // Student's t with 2 degrees of freedom: 4.303 times the standard error 0.00577.
    expect(anchors.metrics['auc']?.gap.low).toBeCloseTo(0.11 - 4.303 * 0.0057735, 4);
    expect(anchors.metrics['cost']?.gap).toEqual(anchors.metrics['auc']?.gap);
    expect(anchors).toMatchObject({ splits: 3, passChance: { naive: 0 } });
  });

  it('need two splits at least', () => {
    expect(() => anchorsFrom(shipped, metrics, [split(0.5, 0.7, 0.8)])).toThrow(RangeError);
  });
});

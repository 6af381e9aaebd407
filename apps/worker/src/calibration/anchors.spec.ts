import type { Anchors } from '@holdout/grading';
import { anchorsFrom, misplaced, type Measurement } from './anchors.js';

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

  const bounded = [
    { name: 'auc', direction: 'HIGHER' as const, bound: 1 },
    { name: 'cost', direction: 'LOWER' as const, bound: 0 },
  ];
  const only = (of: 'naive' | 'simple' | 'strong', split_: Measurement) => ({
    naive: split_.naive,
    ...(of === 'naive' ? {} : { [of]: split_[of] }),
  });
  const splits = [split(0.5, 0.7, 0.8), split(0.5, 0.72, 0.84), split(0.5, 0.74, 0.85)];

  it('stand on the line from the naive reference to a perfect value where no other was supplied', () => {
    const anchors = anchorsFrom(
      shipped,
      bounded,
      splits.map((each) => only('naive', each)),
    );
    expect(anchors.metrics['auc']).toMatchObject({
      naive: 0.5,
      simple: 0.85,
      strong: 0.95,
      measured: ['naive'],
    });
    expect(anchors.metrics['cost']).toMatchObject({ naive: 0.5, simple: 0.15, strong: 0.05 });
    expect(anchors.metrics['auc']?.gap.low).toBeGreaterThan(0);
  });

  it('take what is stated worth 70 points where no simple reference was supplied', () => {
    const naive = splits.map((each) => only('naive', each));
    const stated = bounded.map((metric) => ({ ...metric, simpleAt: metric.name === 'auc' ? 0.7 : 0.2 }));
    const { metrics: anchors } = anchorsFrom(shipped, stated, naive);
    expect(anchors['auc']).toMatchObject({ naive: 0.5, simple: 0.7, strong: 0.9 });
    expect(anchors['cost']).toMatchObject({ naive: 0.5, simple: 0.2, strong: 0.06667 });
    expect(anchors['auc']?.gap.low).toBeGreaterThan(0);
    expect(misplaced(stated, naive)).toEqual([]);

    const wrong = bounded.map((metric) => ({ ...metric, simpleAt: metric.name === 'auc' ? 0.5 : -0.1 }));
    expect(misplaced(wrong, naive).map(({ name }) => name)).toEqual(['auc', 'cost']);
    expect(anchorsFrom(shipped, wrong, naive).metrics['auc']).toMatchObject({ simple: 0.85, strong: 0.95 });
  });

  it('keep what was supplied and complete the rest', () => {
    const simple = anchorsFrom(
      shipped,
      bounded,
      splits.map((each) => only('simple', each)),
    );
    expect(simple.metrics['auc']).toMatchObject({ simple: 0.72, strong: 0.90667 });
    const strong = anchorsFrom(
      shipped,
      bounded,
      splits.map((each) => only('strong', each)),
    );
    expect(strong.metrics['auc']?.simple).toBeCloseTo(0.5 + (0.33 * 7) / 9, 5);
  });

  it('say that a supplied reference is no better than the naive one beyond chance', () => {
    const useless = [split(0.5, 0.4, 0), split(0.5, 0.6, 0), split(0.5, 0.5, 0)].map((each) =>
      only('simple', each),
    );
    expect(anchorsFrom(shipped, bounded, useless).metrics['auc']?.gap.low).toBeLessThanOrEqual(0);
  });

  it('say so of a metric that the naive reference has as good as can be', () => {
    const perfect = [split(1, 0, 0), split(1, 0, 0)].map((each) => only('naive', each));
    expect(anchorsFrom(shipped, bounded, perfect).metrics['auc']?.gap.low).toBeLessThanOrEqual(0);
  });
});

import fc from 'fast-check';
import { finalPoints, type AutomaticPart } from './final-points.js';

const automatic: AutomaticPart = {
  value: 80,
  low: 70,
  high: 90,
  weight: 100,
  cap: null,
  hasFailedGate: false,
};
const report = { key: 'report', weight: 25, isRequired: true };

describe('final points', () => {
  it('are the automatic ones while nobody has graded, and provisional when somebody must', () => {
    const { finish: _, ...points } = finalPoints({
      automatic,
      manual: [{ ...report, points: null }],
      lateFactor: 1,
    });
    expect(points).toEqual({ value: 80, low: 70, high: 90, isPassed: true, isProvisional: true });
  });

  it('weigh what people judged beside what was measured', () => {
    const points = finalPoints({ automatic, manual: [{ ...report, points: 20 }], lateFactor: 1 });
    expect(points.value).toBeCloseTo((80 * 100 + 20 * 25) / 125, 12);
    expect(points.isPassed).toBe(false);
    expect(points.isProvisional).toBe(false);
  });

  it('narrow the interval by the share that people judged', () => {
    const { low, high } = finalPoints({ automatic, manual: [{ ...report, points: 50 }], lateFactor: 1 });
    expect(high - low).toBeCloseTo((90 - 70) * (100 / 125), 12);
  });

  it('stay below the cap of a gate, however well people judged', () => {
    const capped = { ...automatic, value: 60, low: 55, high: 60, cap: 60 };
    const points = finalPoints({ automatic: capped, manual: [{ ...report, points: 100 }], lateFactor: 1 });
    expect(points.value).toBe(60);
  });

  it('do not pass when a gate failed', () => {
    const failed = { ...automatic, value: 99, hasFailedGate: true };
    expect(finalPoints({ automatic: failed, manual: [], lateFactor: 1 }).isPassed).toBe(false);
  });

  it('lose the share that lateness costs, after the cap', () => {
    const points = finalPoints({ automatic: { ...automatic, cap: 75 }, manual: [], lateFactor: 0.8 });
    expect(points.value).toBeCloseTo(60, 12);
  });

  it('rest on people alone where nothing was measured', () => {
    const nothing = { ...automatic, value: 0, low: 0, high: 0, weight: 0 };
    expect(
      finalPoints({ automatic: nothing, manual: [{ ...report, points: 90 }], lateFactor: 1 }).value,
    ).toBe(90);
  });

  it('keep their interval around them and within 0 and 100', () => {
    const points = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(points, points, points),
        fc.array(fc.record({ points: fc.option(points), weight: fc.integer({ min: 0, max: 50 }) })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([a, b, c], judged, lateFactor) => {
          const [low, value, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
          const manual = judged.map((part, index) => ({ key: `c${index}`, isRequired: false, ...part }));
          const final = finalPoints({ automatic: { ...automatic, value, low, high }, manual, lateFactor });
          expect(final.low).toBeLessThanOrEqual(final.value);
          expect(final.value).toBeLessThanOrEqual(final.high);
          expect(final.low).toBeGreaterThanOrEqual(0);
          expect(final.high).toBeLessThanOrEqual(100 + 1e-9);
        },
      ),
    );
  });
});

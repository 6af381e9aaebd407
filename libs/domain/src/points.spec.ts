import fc from 'fast-check';
import { pointsOf, weightedPoints } from './points.js';

const auc = { naive: 0.5, simple: 0.8, strong: 0.84 };
const cost = { naive: 0.7, simple: 0.5, strong: 0.46 };

describe('points of a metric', () => {
  it.each([
    [auc, 0.5, 0],
    [auc, 0.8, 70],
    [auc, 0.84, 90],
    [auc, 0.86, 100],
    [auc, 0.4, 0],
    [cost, 0.7, 0],
    [cost, 0.5, 70],
    [cost, 0.46, 90],
    [cost, 0.44, 100],
  ])('stand on the anchors %j at %d', (anchors, value, points) => {
    expect(pointsOf(value, anchors)).toBeCloseTo(points, 9);
  });

  it('reach 100 at the bound of the metric, where that comes first', () => {
    expect(pointsOf(1, { naive: 0.5, simple: 0.9, strong: 0.98 }, 1)).toBe(100);
    expect(pointsOf(1, { naive: 0.5, simple: 0.9, strong: 1 }, 1)).toBe(100);
    expect(pointsOf(0, { naive: 0.5, simple: 0.1, strong: 0 }, 0)).toBe(100);
  });

  it('never fall as the metric improves', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(pointsOf(low, auc)).toBeLessThanOrEqual(pointsOf(high, auc) + 1e-9);
          expect(pointsOf(low, cost)).toBeGreaterThanOrEqual(pointsOf(high, cost) - 1e-9);
        },
      ),
    );
  });

  it('need anchors that improve', () => {
    expect(() => pointsOf(0.5, { naive: 0.5, simple: 0.9, strong: 0.8 })).toThrow(RangeError);
    expect(() => pointsOf(0.5, { naive: 0.5, simple: 0.5, strong: 0.5 })).toThrow(RangeError);
  });
});

describe('weighted points', () => {
  it('leave out what is not graded yet or has no weight', () => {
    const criteria = [
      { points: 80, weight: 3 },
      { points: 40, weight: 1 },
      { points: null, weight: 5 },
      { points: 0, weight: 0 },
    ];
    expect(weightedPoints(criteria)).toBe(70);
    expect(weightedPoints([{ points: null, weight: 1 }])).toBeNull();
  });
});

import fc from 'fast-check';
import { holmRejects, rankWithBands } from './bands.js';
import { normalUpperTail, pairedPValue } from './paired.js';

const steady = (value: number, wobble = 0) => ({
  value,
  resamples: [-2, -1, 0, 1, 2].map((noise, index) => value + noise + (index % 2 ? wobble : -wobble)),
});

describe('tie bands', () => {
  it('set apart what the paired difference tells apart, although the intervals overlap', () => {
    const ranked = rankWithBands([steady(78), steady(80)]);
    expect(ranked.map(({ entry, rank, band }) => [entry.value, rank, band])).toEqual([
      [80, 1, 1],
      [78, 2, 2],
    ]);
  });

  it('keep together what noise explains', () => {
    expect(rankWithBands([steady(80), steady(79.5, 3)]).map(({ band }) => band)).toEqual([1, 1]);
  });

  it('share a rank for equal points', () => {
    expect(rankWithBands([steady(80), steady(80), steady(10)]).map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  it('give every entry a rank and a band, whatever they are', () => {
    const entry = fc.record({
      value: fc.double({ min: 0, max: 100, noNaN: true }),
      resamples: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 10, maxLength: 10 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const ranked = rankWithBands(entries);
        expect(ranked).toHaveLength(entries.length);
        expect(ranked.map(({ entry: { value } }) => value)).toEqual(
          entries.map(({ value }) => value).sort((a, b) => b - a),
        );
        for (const { rank, band } of ranked)
          expect(band).toBeLessThanOrEqual(Math.max(1, entries.length, rank));
        if (ranked[0]) expect([ranked[0].rank, ranked[0].band]).toEqual([1, 1]);
      }),
    );
  });
});

describe('the tests behind them', () => {
  it('step down as Holm does, and stop at the first that stands', () => {
    expect(holmRejects([0.01, 0.04, 0.03, 0.005], 0.05)).toEqual([true, false, false, true]);
    expect(holmRejects([], 0.05)).toEqual([]);
  });

  it.each([
    [0, 0.5],
    [1.959964, 0.025],
    [-1.644854, 0.95],
    [3.290527, 0.0005],
  ])('know the normal tail at %d', (z, tail) => {
    expect(normalUpperTail(z)).toBeCloseTo(tail, 6);
  });

  it('take a constant difference as certain and none as no difference', () => {
    expect(pairedPValue(steady(3), steady(1))).toBe(0);
    expect(pairedPValue(steady(3), steady(3, 1))).toBe(1);
  });
});

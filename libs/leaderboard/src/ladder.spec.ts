import fc from 'fast-check';
import { releaseScore } from './ladder.js';
import type { ResampledPoints } from './paired.js';

/** A repeatable source of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const points = fc.record({
  value: fc.double({ min: 0, max: 100, noNaN: true }),
  resamples: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 20, maxLength: 20 }),
});

describe('the Ladder', () => {
  it('shows the first score', () => {
    expect(releaseScore(null, { value: 12, resamples: [11, 13] })).toEqual({
      isReleased: true,
      shownValue: 12,
    });
  });

  it('shows nothing new for the same submission again', () => {
    const same = { value: 80, resamples: [79, 80, 81] };
    expect(releaseScore(same, same)).toEqual({ isReleased: false, shownValue: 80 });
  });

  it('shows a gain above the noise of the difference and hides one below', () => {
    const shown = { value: 80, resamples: [79, 80, 81, 80] };
    const steady = { value: 81, resamples: [80, 81, 82, 81] };
    const noisy = { value: 81, resamples: [76, 86, 78, 84] };
    expect(releaseScore(shown, steady).isReleased).toBe(true);
    expect(releaseScore(shown, noisy)).toEqual({ isReleased: false, shownValue: 80 });
  });

  it('never shows less than before', () => {
    fc.assert(
      fc.property(points, points, (shown, candidate) => {
        expect(releaseScore(shown, candidate).shownValue).toBeGreaterThanOrEqual(shown.value);
      }),
    );
  });

  it('gives far less to someone who submits coin flips 300 times than taking the best score would', () => {
    const random = generator(7);
    const rows = 400;
    const [resamples, labels] = [200, Array.from({ length: rows }, () => (random() < 0.5 ? 1 : 0))];
    const drawn = Array.from({ length: resamples }, () =>
      Array.from({ length: rows }, () => Math.floor(random() * rows)),
    );
    const submit = (): ResampledPoints => {
      const hits = labels.map((label) => ((random() < 0.5 ? 1 : 0) === label ? 1 : 0));
      const mean = (indexes: readonly number[]) =>
        (100 * indexes.reduce((sum, i) => sum + (hits[i] ?? 0), 0)) / rows;
      return { value: mean(labels.map((_, i) => i)), resamples: drawn.map(mean) };
    };
    let shown: ResampledPoints | null = null;
    let [best, releases] = [0, 0];
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const candidate = submit();
      best = Math.max(best, candidate.value);
      if (releaseScore(shown, candidate).isReleased) [shown, releases] = [candidate, releases + 1];
    }
    expect(releases).toBeLessThanOrEqual(4);
    expect(shown?.value ?? 0).toBeLessThanOrEqual(best);
  });

  it('refuses resamples that are not paired', () => {
    expect(() => releaseScore({ value: 1, resamples: [1, 2] }, { value: 2, resamples: [1, 2, 3] })).toThrow(
      RangeError,
    );
  });
});

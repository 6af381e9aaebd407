import { pairedDifference } from './paired.js';

const noise = Array.from({ length: 1000 }, (_, index) => Math.sin(index * 12.9898) * 5);
const scored = (value: number, own: number[] = []) => ({
  value,
  resamples: noise.map((shared, index) => value + shared + (own[index % own.length] ?? 0)),
});

it('sees through noise that two scores share', () => {
  expect(pairedDifference(scored(70), scored(71))).toMatchObject({ difference: 1, verdict: 'BETTER' });
  expect(pairedDifference(scored(71), scored(70)).verdict).toBe('WORSE');
});

it('shows no difference where the interval holds zero', () => {
  const { low, high, verdict } = pairedDifference(scored(70), scored(71, [-3, 3]));
  expect(low).toBeCloseTo(-2);
  expect(high).toBeCloseTo(4);
  expect(verdict).toBe('NO_DIFFERENCE');
});

it('refuses scores whose resamples do not belong together', () => {
  expect(() => pairedDifference(scored(70), { value: 71, resamples: [71, 72] })).toThrow(RangeError);
});

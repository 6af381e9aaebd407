import { stepPoints } from './step-points';

const criterion = (points: number | null, countedWeight: number) => ({
  points,
  low: points === null ? null : points - 10,
  high: null,
  countedWeight,
});

it('joins graded criteria by weight', () => {
  expect(stepPoints([criterion(80, 30), criterion(50, 10)])).toEqual({ value: 72.5, low: 62.5, high: 72.5 });
});

it('leaves out what a person has yet to grade and what carries no weight', () => {
  expect(stepPoints([criterion(null, 5), criterion(40, 10), criterion(99, 0)])?.value).toBe(40);
});

it('answers null when nothing counts', () => {
  expect(stepPoints([criterion(null, 5)])).toBeNull();
  expect(stepPoints([])).toBeNull();
});

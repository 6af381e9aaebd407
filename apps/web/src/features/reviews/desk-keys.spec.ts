import { levelOfKey, movedFocus, nextOpen } from './desk-keys';

const criteria = (...points: (number | null)[]) =>
  points.map((value) => ({ points: value })) as Parameters<typeof nextOpen>[0];

it('moves the focus within the rubric', () => {
  expect(movedFocus(0, -1, 3)).toBe(0);
  expect(movedFocus(1, 1, 3)).toBe(2);
  expect(movedFocus(2, 1, 3)).toBe(2);
});

it('goes on to the next criterion without a level, from the start again at the end', () => {
  expect(nextOpen(criteria(60, null, null), 1)).toBe(2);
  expect(nextOpen(criteria(null, 60, 60), 2)).toBe(0);
  expect(nextOpen(criteria(60, 60, 60), 0)).toBe(1);
});

it('reads number keys as levels in the order of the rubric', () => {
  expect(levelOfKey('2', ['absent', 'present'])).toBe('present');
  expect(levelOfKey('3', ['absent', 'present'])).toBeUndefined();
  expect(levelOfKey('x', ['absent'])).toBeUndefined();
});

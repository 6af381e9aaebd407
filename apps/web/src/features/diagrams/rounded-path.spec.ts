import { roundedPath } from './rounded-path';

it('rounds a corner by its radius', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 20, y: 0 },
    { x: 20, y: 20 },
  ];
  expect(roundedPath(corner, 5)).toBe('M 0 0 L 15 0 Q 20 0 20 5 L 20 20');
});

it('rounds less where a side is short', () => {
  const step = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 40 },
  ];
  expect(roundedPath(step, 8)).toBe('M 0 0 L 2 0 Q 4 0 4 2 L 4 40');
});

it('is a line between two points, and nothing of nothing', () => {
  expect(
    roundedPath(
      [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
      8,
    ),
  ).toBe('M 1 2 L 3 4');
  expect(roundedPath([], 8)).toBe('');
});

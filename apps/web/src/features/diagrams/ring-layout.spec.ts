import { betweenBoxes, ringLayout } from './ring-layout';

it('puts the first node at the top and goes clockwise', () => {
  expect(ringLayout(4, { x: 0, y: 0 }, { x: 10, y: 5 })).toEqual([
    { x: 0, y: -5 },
    { x: 10, y: 0 },
    { x: 0, y: 5 },
    { x: -10, y: 0 },
  ]);
});

it('ends a line at the borders of its boxes', () => {
  expect(betweenBoxes({ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 20, y: 10 })).toEqual([
    { x: 20, y: 0 },
    { x: 80, y: 0 },
  ]);
});

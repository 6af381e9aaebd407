import { distanceToPass } from './distance';

it('tells a clear pass from one the interval leaves open', () => {
  expect(distanceToPass({ value: 78.4, low: 71, high: 84, passMark: 70 })).toEqual({
    key: 'clearlyAbove',
    points: 8.4,
  });
  expect(distanceToPass({ value: 72, low: 66, high: 80, passMark: 70 })).toEqual({ key: 'above', points: 2 });
});

it('tells points within reach from points clearly short', () => {
  expect(distanceToPass({ value: 68, low: 60, high: 75, passMark: 70 })).toEqual({ key: 'below', points: 2 });
  expect(distanceToPass({ value: 41.26, low: 30, high: 50, passMark: 70 })).toEqual({
    key: 'clearlyBelow',
    points: 28.7,
  });
});

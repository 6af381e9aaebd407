import { changeHistogram } from './change-histogram.js';

it('counts changes in bins of five around none, with everything beyond in the outermost', () => {
  const bins = changeHistogram([0, 2.4, -2.4, 5, -12, 80, -99]);
  expect(bins).toHaveLength(21);
  expect(bins.reduce((sum, n) => sum + n, 0)).toBe(7);
  expect({ none: bins[10], up: bins[11], down: bins[8], most: bins[20], least: bins[0] }).toEqual({
    none: 3,
    up: 1,
    down: 1,
    most: 1,
    least: 1,
  });
});

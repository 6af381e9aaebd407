import { t975 } from './students-t.js';

// From tables of Student's t, three digits.
it.each([
  [1, 12.706],
  [10, 2.228],
  [30, 2.042],
  [31, 2.04],
  [40, 2.021],
  [60, 2],
  [120, 1.98],
  [1_000_000, 1.96],
])('multiplies a standard error with %d degrees of freedom by %d', (degrees, expected) => {
  expect(t975(degrees)).toBeCloseTo(expected, 2);
});

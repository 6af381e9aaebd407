import { scaleOf } from './scale';

it('puts the better end to the right, whichever way the metric points', () => {
  expect(scaleOf([0.5, 0.9], 'HIGHER')(0.9)).toBe('96.00%');
  expect(scaleOf([0.5, 0.9], 'LOWER')(0.5)).toBe('96.00%');
});

it('puts a lone value into the middle', () => {
  expect(scaleOf([2], 'HIGHER')(2)).toBe('50.00%');
});

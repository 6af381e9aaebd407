import { decimalsOf, durationText, metricText } from './units';

it('writes durations in the unit a reader would choose', () => {
  expect([640, 18_400, 30_000, 60_000, 125_200, 12_000_000, 187_200_000].map(durationText)).toEqual([
    '640 ms',
    '18.4 s',
    '30 s',
    '1 min',
    '2 min 5 s',
    '3 h 20 min',
    '2 d 4 h',
  ]);
});

it('keeps three decimals for small metrics and fewer for large ones', () => {
  expect([0.84219, 12.3456, 1234.56].map(metricText)).toEqual(['0.842', '12.35', '1234.6']);
});

it('gives the bounds of narrow bins as many decimals as tell them apart', () => {
  expect([120, 12.5, 1.5, 0.05, 0.0004, 0].map(decimalsOf)).toEqual([0, 0, 1, 3, 5, 1]);
});

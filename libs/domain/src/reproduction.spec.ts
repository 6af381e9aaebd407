import { compareMeasures, pointsMeasure, verdictOn, type Measured } from './reproduction.js';

const auc: Measured = {
  name: 'auc',
  label: 'AUC',
  unit: '',
  isGraded: true,
  value: 0.8,
  low: 0.75,
  high: 0.85,
};
const latency: Measured = { ...auc, name: 'latencyRatio', label: 'Latency', value: 2, low: 1.5, high: 3 };
const moved = (measured: Measured, by: number): Measured => ({
  ...measured,
  value: measured.value + by,
  low: measured.low + by,
  high: measured.high + by,
});
const agreements = (originals: Measured[], now: Measured[]) =>
  compareMeasures(originals, now).map(({ agreement }) => agreement);

it.each([
  [0, 'IDENTICAL'],
  // A hundredth of an interval that is 0.1 wide.
  [0.000_9, 'WITHIN_TOLERANCE'],
  [-0.000_9, 'WITHIN_TOLERANCE'],
  [0.001_1, 'WITHIN_INTERVAL'],
  [-0.06, 'BEYOND_INTERVAL'],
])('a number that moved by %d is %s', (by, expected) => {
  expect(agreements([auc], [moved(auc, by)])).toEqual([expected]);
});

it('the same value with another interval is not identical', () => {
  expect(agreements([auc], [{ ...auc, high: 0.86 }])).toEqual(['WITHIN_TOLERANCE']);
});

it('an interval that is a point leaves room for rounding only', () => {
  const exact = { ...auc, low: 0.8, high: 0.8 };
  expect(agreements([exact], [moved(exact, 5e-7)])).toEqual(['WITHIN_TOLERANCE']);
  expect(agreements([exact], [moved(exact, 2e-6)])).toEqual(['BEYOND_INTERVAL']);
});

it('a measured time decides nothing, and neither do points that it has a part in', () => {
  const points = pointsMeasure({ value: 80, low: 75, high: 85 });
  const now = [auc, moved(latency, 5), moved(points, -20)];
  expect(agreements([auc, latency, points], now)).toEqual(['IDENTICAL', 'TIMED', 'TIMED']);
  expect(agreements([auc, { ...latency, isGraded: false }, points], now).at(-1)).toBe('BEYOND_INTERVAL');
});

describe('the verdict', () => {
  const same = compareMeasures([auc], [auc]);
  const close = compareMeasures([auc], [moved(auc, 0.000_5)]);
  const predictions = { name: 'hidden/predictions.csv', isPrediction: true, isSame: true, rows: null };

  it('is identical when numbers and predictions are, whatever became of the model file', () => {
    const model = { name: 'train/model.tar', isPrediction: false, isSame: false, rows: null };
    expect(verdictOn(same, [predictions, model])).toBe('IDENTICAL');
  });

  it('is within tolerance when predictions differ and the numbers hardly do', () => {
    expect(verdictOn(same, [{ ...predictions, isSame: false }])).toBe('WITHIN_TOLERANCE');
    expect(verdictOn(close, [predictions])).toBe('WITHIN_TOLERANCE');
  });

  it('is different when a number is, or is not measured any more', () => {
    expect(verdictOn(compareMeasures([auc], [moved(auc, 0.01)]), [predictions])).toBe('DIFFERENT');
    expect(verdictOn(compareMeasures([auc], []), [predictions])).toBe('DIFFERENT');
  });
});

import { t975 } from '@holdout/domain';
import type { Anchors } from '@holdout/grading';
import { REFERENCES, type Reference } from '../publishing/calibration-kit.js';

/** Values of every metric on one split, per reference. */
export type Measurement = Readonly<Record<Reference, Readonly<Record<string, number>>>>;

const LEVEL = 0.95;
const DIGITS = 5;

/**
 * Anchors from measurements on at least two splits: means of the references, and the interval of the paired gap between
 * strong and simple in the metric's good direction. Everything else is kept from the shipped ones.
 * @throws RangeError for fewer than two measurements, or a metric that a reference lacks
 */
export function anchorsFrom(
  shipped: Anchors,
  metrics: readonly { name: string; direction: 'HIGHER' | 'LOWER' }[],
  measurements: readonly Measurement[],
): Anchors {
  if (measurements.length < 2) throw new RangeError('Anchors need measurements on at least two splits.');
  const measured = metrics.map(({ name, direction }) => {
    const values = (reference: Reference): number[] =>
      measurements.map((split) => {
        const value = split[reference][name];
        if (value === undefined) throw new RangeError(`The ${reference} reference has no ${name}.`);
        return value;
      });
    const sign = direction === 'HIGHER' ? 1 : -1;
    const [simple, strong] = [values('simple'), values('strong')];
    const gaps = strong.map((value, index) => sign * (value - (simple[index] ?? Number.NaN)));
    const mean = meanOf(gaps);
    const se = spreadOf(gaps) / Math.sqrt(gaps.length);
    const reach = t975(gaps.length - 1) * se;
    const perReference = (of: (numbers: number[]) => number) =>
      Object.fromEntries(REFERENCES.map((reference) => [reference, round(of(values(reference)))])) as Record<
        Reference,
        number
      >;
    const gap = { mean: round(mean), se: round(se), low: round(mean - reach), high: round(mean + reach) };
    return [name, { ...perReference(meanOf), gap, sd: perReference(spreadOf) }] as const;
  });
  return {
    ...shipped,
    splits: measurements.length,
    provisional: false,
    level: LEVEL,
    metrics: Object.fromEntries(measured),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation. */
function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS));
}

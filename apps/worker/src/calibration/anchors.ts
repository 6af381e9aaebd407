import { METRIC_DIRECTIONS, t975 } from '@holdout/domain';
import { REFERENCES, type Anchors, type AssignmentDefinition, type Reference } from '@holdout/grading';
import { z } from 'zod';

type Values = Readonly<Record<string, number>>;
/** The values of every metric on one split, for each reference. Naive is always measured, the others if they were supplied. */
export type Measurement = { readonly naive: Values } & Readonly<Partial<Record<Reference, Values>>>;

/** The properties of a metric that define its scale. */
export interface ScaledMetric {
  name: string;
  direction: 'HIGHER' | 'LOWER';
  /** The best possible value. Required if a reference is missing. */
  bound?: number | undefined;
  /** Value for 0 points, instead of the naive reference's. */
  zeroAt?: number | undefined;
  /** Value for 70 points if no simple reference was supplied. */
  simpleAt?: number | undefined;
}

const scaled = z.looseObject({
  name: z.string(),
  direction: z.enum(METRIC_DIRECTIONS),
  bound: z.number().optional(),
  zeroAt: z.number().optional(),
  simpleAt: z.number().optional(),
});

/** A definition's metrics, reduced to what anchors need. */
export function scaledMetrics({ metrics }: AssignmentDefinition): ScaledMetric[] {
  return metrics.map((metric) => scaled.parse(metric));
}

const LEVEL = 0.95;
const DIGITS = 5;
/** What the simple and the strong reference are worth, as shares of the whole scale. */
const [SIMPLE, STRONG] = [0.7, 0.9];

/**
 * Computes anchors from measurements on at least two splits: the references' means, and the interval of the paired gap
 * between strong and simple in the metric's good direction. A missing reference is placed on the straight line between its
 * neighbours, where its points would be; the best possible value is worth 100. Everything else is taken from the shipped
 * anchors.
 * @throws RangeError for fewer than two measurements, or a metric that a measured reference lacks
 */
export function anchorsFrom(
  shipped: Anchors,
  metrics: readonly ScaledMetric[],
  measurements: readonly Measurement[],
): Anchors {
  if (measurements.length < 2) throw new RangeError('Anchors need measurements on at least two splits.');
  return {
    ...shipped,
    splits: measurements.length,
    provisional: false,
    level: LEVEL,
    metrics: Object.fromEntries(
      metrics.map((metric) => [metric.name, anchorOf(metric, measurements)] as const),
    ),
  };
}

function anchorOf(metric: ScaledMetric, measurements: readonly Measurement[]) {
  const { name, direction } = metric;
  const sign = direction === 'HIGHER' ? 1 : -1;
  const valuesOf = (reference: Reference): number[] | null => {
    if (!measurements.every((split) => split[reference])) return null;
    return measurements.map((split) => {
      const value = split[reference]?.[name];
      if (value === undefined) throw new RangeError(`The ${reference} reference has no ${name}.`);
      return value;
    });
  };
  const [naive, simple, strong] = REFERENCES.map(valuesOf);
  if (!naive) throw new RangeError('The naive reference was not measured.');
  const scale = completed(metric, meanOf(naive), simple && meanOf(simple), strong && meanOf(strong));
  // The better reference must be better beyond chance. A stand-in was not measured and has no spread, so the measured ones
  // are compared.
  const [better, worse] = simple && strong ? [strong, simple] : [strong ?? simple, naive];
  const gaps = better?.map((value, index) => sign * (value - (worse?.[index] ?? Number.NaN)));
  const distance = sign * (scale.strong - scale.simple);
  const reach = gaps ? (t975(gaps.length - 1) * spreadOf(gaps)) / Math.sqrt(gaps.length) : 0;
  const measured = gaps ? meanOf(gaps) : distance;
  const isBoth = Boolean(simple && strong);
  const low = isBoth ? measured - reach : measured - reach > 0 ? distance : measured - reach;
  return {
    naive: round(scale.naive),
    simple: round(scale.simple),
    strong: round(scale.strong),
    gap: {
      mean: round(isBoth ? measured : distance),
      se: round(gaps ? spreadOf(gaps) / Math.sqrt(gaps.length) : 0),
      low: round(low),
      high: round(isBoth ? measured + reach : Math.max(distance, low)),
    },
    sd: {
      naive: round(spreadOf(naive)),
      simple: round(simple ? spreadOf(simple) : 0),
      strong: round(strong ? spreadOf(strong) : 0),
    },
    measured: REFERENCES.filter((_, index) => [naive, simple, strong][index]),
  };
}

/** Naive, simple and strong, with stand-ins on the straight line for missing references. */
function completed(
  { name, bound, zeroAt, simpleAt }: ScaledMetric,
  naive: number,
  measured: number | null | undefined,
  strong: number | null | undefined,
): Record<Reference, number> {
  const zero = zeroAt ?? naive;
  const end = strong ?? bound;
  // The stated value is used only if it lies on the scale, because the naive reference differs between splits.
  const stated = end !== undefined && isBetween(simpleAt, zero, end) ? simpleAt : null;
  const simple = measured ?? stated;
  if (simple != null && strong != null) return { naive, simple, strong };
  if (strong != null) return { naive, simple: zero + (strong - zero) * (SIMPLE / STRONG), strong };
  if (bound === undefined)
    throw new RangeError(`The metric ${name} states no bound, so its points need references.`);
  const from = simple ?? zero + (bound - zero) * SIMPLE;
  return { naive, simple: from, strong: from + (bound - from) * ((STRONG - SIMPLE) / (1 - SIMPLE)) };
}

function isBetween(value: number | undefined, one: number, other: number): value is number {
  return value !== undefined && value > Math.min(one, other) && value < Math.max(one, other);
}

/** Metrics whose stated value for 70 points is no better than the value for 0, or no worse than the best possible one. */
export function misplaced(
  metrics: readonly ScaledMetric[],
  measurements: readonly Measurement[],
): ScaledMetric[] {
  return metrics.filter(({ name, simpleAt, zeroAt, bound }) => {
    if (simpleAt === undefined || bound === undefined) return false;
    const zero = zeroAt ?? meanOf(measurements.map(({ naive }) => naive[name] ?? Number.NaN));
    return !isBetween(simpleAt, zero, bound);
  });
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

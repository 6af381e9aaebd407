import { z } from 'zod';

/**
 * What became of running a scored run again. DIFFERENT: also where it was not scored this time. IMAGE_GONE: what it ran in is no
 * longer there. INCONCLUSIVE: it was cancelled, or our own machines failed.
 */
export const REPRODUCTION_VERDICTS = [
  'IDENTICAL',
  'WITHIN_TOLERANCE',
  'DIFFERENT',
  'IMAGE_GONE',
  'INCONCLUSIVE',
] as const;
export type ReproductionVerdict = (typeof REPRODUCTION_VERDICTS)[number];

/**
 * How far a number came out from the original. TIMED: it measures a clock, which never says the same twice, so it decides
 * nothing. MISSING: it was not measured this time.
 */
export const REPRODUCTION_AGREEMENTS = [
  'IDENTICAL',
  'WITHIN_TOLERANCE',
  'WITHIN_INTERVAL',
  'BEYOND_INTERVAL',
  'MISSING',
  'TIMED',
] as const;
export type ReproductionAgreement = (typeof REPRODUCTION_AGREEMENTS)[number];

/**
 * Share of the width of a number's 95 % interval by which it may differ. Sums over several threads are added in another order
 * each time, and training carries the last digit on. A hundredth of what sampling alone leaves open changes no conclusion.
 */
export const REPRODUCTION_TOLERANCE = 0.01;
/** Where the interval is a point: the rounding of single precision. */
const ROUNDING = 1e-6;

/** Reproductions that anybody may ask for in a day (UTC). */
export const REPRODUCTIONS_PER_DAY = { STUDENT: 3, STAFF: 20, HIRING_MANAGER: 5 } as const;
/**
 * Reproductions that a student may ever ask for of one run. Code that draws at random is scored on other predictions each time,
 * and even a verdict says a little about hidden rows: too few of them to climb by.
 */
export const REPRODUCTIONS_PER_RUN = 5;
/** Reproductions of the result of one credential that were asked for by those whom it was shown, whoever they are. */
export const REPRODUCTIONS_PER_CREDENTIAL = { most: 3, days: 7 } as const;

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type MeasuredInterval = z.infer<typeof interval>;

const measure = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string(),
  original: interval,
  reproduced: interval.nullable(),
  tolerance: z.number(),
  agreement: z.enum(REPRODUCTION_AGREEMENTS),
});
export type ReproducedMeasure = z.infer<typeof measure>;

/** Of predictions that differ, where those of the original are still kept: rows in all, rows that changed, and by how much at most. */
const rows = z.object({ count: z.int(), changed: z.int(), largest: z.number().nullable() });
export type ReproducedRows = z.infer<typeof rows>;

const file = z.object({
  name: z.string(),
  isPrediction: z.boolean(),
  isSame: z.boolean(),
  rows: rows.nullable(),
});
export type ReproducedFile = z.infer<typeof file>;

/** All that the two runs were found to have in common, and where they part. */
export const reproductionComparison = z.object({
  measures: z.array(measure),
  files: z.array(file),
  isSameHardware: z.boolean(),
  isSameAnchors: z.boolean(),
  isSameScorer: z.boolean(),
  missingImages: z.array(z.object({ name: z.string(), id: z.string() })),
});
export type ReproductionComparison = z.infer<typeof reproductionComparison>;

/** Of a reproduction that was compared with nothing. */
export const NOTHING_COMPARED: ReproductionComparison = {
  measures: [],
  files: [],
  missingImages: [],
  isSameHardware: true,
  isSameAnchors: true,
  isSameScorer: true,
};

/** A metric, or the points as one. */
export interface Measured extends MeasuredInterval {
  name: string;
  label: string;
  unit: string;
  isGraded: boolean;
}

/** The points of a score, as one more number to compare. */
export function pointsMeasure({ value, low, high }: MeasuredInterval): Measured {
  return { name: POINTS, label: 'Points', unit: '', isGraded: true, value, low, high };
}

const POINTS = 'points';

/** Every number of the original beside what it is now. */
export function compareMeasures(
  originals: readonly Measured[],
  reproduced: readonly Measured[],
): ReproducedMeasure[] {
  const now = new Map(reproduced.map((each) => [each.name, each]));
  // Points that a measured time has a part in move with it.
  const arePointsTimed = originals.some((each) => each.isGraded && isTimed(each));
  return originals.map((original) => {
    const found = now.get(original.name);
    const tolerance = toleranceOf(original);
    const isLeftOut = original.name === POINTS ? arePointsTimed : isTimed(original);
    return {
      name: original.name,
      label: original.label,
      unit: original.unit,
      original: intervalOf(original),
      reproduced: found ? intervalOf(found) : null,
      tolerance,
      agreement: found ? (isLeftOut ? 'TIMED' : agreementOf(original, found, tolerance)) : 'MISSING',
    };
  });
}

/** What the numbers and the files say together. Only predictions count among files: a model may carry the time it was saved. */
export function verdictOn(
  measures: readonly ReproducedMeasure[],
  files: readonly ReproducedFile[],
): 'IDENTICAL' | 'WITHIN_TOLERANCE' | 'DIFFERENT' {
  const agreements = new Set(measures.map(({ agreement }) => agreement));
  if (agreements.has('MISSING') || agreements.has('WITHIN_INTERVAL') || agreements.has('BEYOND_INTERVAL'))
    return 'DIFFERENT';
  const areFilesSame = files.every(({ isPrediction, isSame }) => isSame || !isPrediction);
  return areFilesSame && !agreements.has('WITHIN_TOLERANCE') ? 'IDENTICAL' : 'WITHIN_TOLERANCE';
}

function agreementOf(
  original: MeasuredInterval,
  now: MeasuredInterval,
  tolerance: number,
): Exclude<ReproductionAgreement, 'MISSING' | 'TIMED'> {
  if (now.value === original.value && now.low === original.low && now.high === original.high)
    return 'IDENTICAL';
  if (Math.abs(now.value - original.value) <= tolerance) return 'WITHIN_TOLERANCE';
  return now.value >= original.low && now.value <= original.high ? 'WITHIN_INTERVAL' : 'BEYOND_INTERVAL';
}

function toleranceOf({ value, low, high }: MeasuredInterval): number {
  return Math.max(REPRODUCTION_TOLERANCE * (high - low), ROUNDING * Math.max(1, Math.abs(value)));
}

/** Times, and ratios of times. */
function isTimed({ name, unit }: Pick<Measured, 'name' | 'unit'>): boolean {
  return unit === 'ms' || unit === 's' || /latency/i.test(name);
}

const intervalOf = ({ value, low, high }: MeasuredInterval): MeasuredInterval => ({ value, low, high });

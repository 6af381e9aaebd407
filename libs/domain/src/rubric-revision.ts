import type { AutomaticPart } from './final-points.js';
import type { CriterionResult } from './grading-result.js';

/** Points that differ by less are the same: it is the arithmetic of floating point. */
export const LEAST_CHANGE = 1e-6;

/**
 * What the scorer gave for each automatic criterion, under other weights. A metric that could not carry all of its weight keeps
 * its share; criteria that the rubric no longer names are left as they are.
 */
export function reweighed(
  results: readonly CriterionResult[],
  weights: ReadonlyMap<string, number>,
): CriterionResult[] {
  return results.map((result) => {
    const weight = weights.get(result.key) ?? result.weight;
    const share = result.weight > 0 ? result.countedWeight / result.weight : 1;
    return { ...result, weight, countedWeight: weight * share };
  });
}

interface Reweighed {
  part: AutomaticPart;
  /** Where a resample of the old total lies under the new weights. */
  moved: (resample: number) => number;
}

/**
 * The automatic total under other weights. Its interval is moved with it and scaled as the criteria's own intervals are: how
 * they vary together is not on record.
 */
export function reweighedPart(
  part: AutomaticPart,
  before: readonly CriterionResult[],
  after: readonly CriterionResult[],
): Reweighed {
  const weight = sum(after, ({ countedWeight }) => countedWeight);
  const isSame = before.every(({ countedWeight }, index) => after[index]?.countedWeight === countedWeight);
  if (isSame) return { part, moved: (resample) => resample };
  const value = mean(after, ({ points }) => points);
  const width = (results: readonly CriterionResult[]) => mean(results, ({ low, high }) => high - low);
  const scale = width(before) > 0 ? width(after) / width(before) : 1;
  const moved = (resample: number) => Math.min(100, Math.max(0, value + (resample - part.value) * scale));
  return { part: { ...part, value, low: moved(part.low), high: moved(part.high), weight }, moved };
}

interface Level {
  points: number;
  label: string;
}

/** What a person's choice is worth under other levels: those of the same label. Null when there is none: it has to be judged again. */
export function carriedPoints(points: number, from: readonly Level[], to: readonly Level[]): number | null {
  const label = from.find((level) => level.points === points)?.label;
  return to.find((level) => level.label === label)?.points ?? null;
}

const sum = (results: readonly CriterionResult[], of: (result: CriterionResult) => number) =>
  results.reduce((total, result) => total + of(result), 0);

function mean(results: readonly CriterionResult[], of: (result: CriterionResult) => number): number {
  const weight = sum(results, ({ countedWeight }) => countedWeight);
  return weight === 0 ? 0 : sum(results, (result) => of(result) * result.countedWeight) / weight;
}

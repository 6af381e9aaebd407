/**
 * Metrics once more, from their definitions and in another language than the scorer's: whoever changes one of the two by
 * mistake finds them apart. Slow and plain on purpose.
 */

/** Area under the ROC curve: how often a positive is ranked above a negative; a tie counts half. Both classes must occur. */
export function auc(y: readonly number[], p: readonly number[]): number {
  const scores = (label: number) => p.filter((_, row) => y[row] === label);
  const [positives, negatives] = [scores(1), scores(0)];
  let won = 0;
  for (const positive of positives)
    for (const negative of negatives) won += positive > negative ? 1 : positive === negative ? 0.5 : 0;
  return won / (positives.length * negatives.length);
}

/** Mean squared difference between probability and label. */
export function brier(y: readonly number[], p: readonly number[]): number {
  return meanOf(y.map((label, row) => (at(p, row) - label) ** 2));
}

/** Rows are days, columns are series; null where nobody observed. */
export type Observed = readonly (readonly (number | null)[])[];

/**
 * Mean absolute scaled error: errors of the median forecast over the series' own seasonal-naive error in `history`. Series
 * without a scale and days without a value are left out. Null when nothing is left.
 */
export function mase(history: Observed, y: Observed, median: Observed, season: number): number | null {
  const scaled: number[] = [];
  for (let series = 0; series < (y[0]?.length ?? 0); series++) {
    const changes: number[] = [];
    for (let day = season; day < history.length; day++) {
      const [now, before] = [cell(history, day, series), cell(history, day - season, series)];
      if (now !== null && before !== null) changes.push(Math.abs(now - before));
    }
    const scale = changes.length === 0 ? 0 : meanOf(changes);
    if (scale === 0) continue;
    for (let step = 0; step < y.length; step++) {
      const [actual, forecast] = [cell(y, step, series), cell(median, step, series)];
      if (actual !== null && forecast !== null) scaled.push(Math.abs(actual - forecast) / scale);
    }
  }
  return scaled.length === 0 ? null : meanOf(scaled);
}

/** Gains of the first k places, discounted by the logarithm of the place, over those of the best possible list. */
export function ndcg(hits: readonly boolean[], relevant: number, k: number): number {
  const gain = (places: readonly boolean[]): number =>
    places.slice(0, k).reduce((sum, hit, place) => sum + (hit ? 1 / Math.log2(place + 2) : 0), 0);
  return gain(hits) / gain(Array.from({ length: relevant }, () => true));
}

function cell(table: Observed, row: number, column: number): number | null {
  return table[row]?.[column] ?? null;
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no value at ${index}.`);
  return value;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

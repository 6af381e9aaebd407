import { parseCsv } from './csv.js';

/** The shape of a column's public rows: counts, coarse enough for a plot a few lines high. */
export interface ColumnProfile {
  /** Number of rows profiled, including those without a value. */
  rows: number;
  missing: number;
  /**
   * For numbers: bins of equal width with their limits. For categories: the most frequent values; a null label stands for
   * all others.
   */
  bins: { low: number | null; high: number | null; label: string | null; count: number }[];
}

/** Enough to show a shape, which the rest of a very long file would not change. */
const MOST_ROWS = 50_000;
const BINS = 12;
const MOST_CATEGORIES = 8;
const MISSING = new Set(['', 'NA', 'NaN', 'nan', 'null']);

/** Profiles by column, each from the file in the public bundle that has the most rows of it. */
export function columnProfiles(
  files: ReadonlyMap<string, Buffer>,
  columns: readonly string[],
): Map<string, ColumnProfile> {
  const wanted = new Set(columns);
  const profiles = new Map<string, ColumnProfile>();
  for (const [name, bytes] of files) {
    if (!/^data\/.*\.csv$/.test(name)) continue;
    const [header = [], ...rows] = parseCsv(firstLines(bytes, MOST_ROWS + 1));
    header.forEach((column, place) => {
      if (!wanted.has(column) || rows.length <= (profiles.get(column)?.rows ?? 0)) return;
      const profile = profileOf(rows.map((row) => row[place] ?? ''));
      if (profile) profiles.set(column, profile);
    });
  }
  return profiles;
}

/** Null for row identifiers, which differ everywhere and have no shape. */
export function profileOf(values: readonly string[]): ColumnProfile | null {
  const present = values.filter((value) => !MISSING.has(value));
  const counted = { rows: values.length, missing: values.length - present.length };
  const numbers = present.map(Number);
  const distinct = new Set(present).size;
  // A code or flag with few values is a category, even if it is a number.
  const isNumber = distinct > MOST_CATEGORIES && numbers.every(Number.isFinite);
  if (!isNumber && distinct > MOST_CATEGORIES && distinct === present.length) return null;
  return { ...counted, bins: isNumber ? binsOf(numbers) : categoriesOf(present) };
}

function binsOf(numbers: readonly number[]): ColumnProfile['bins'] {
  const low = numbers.reduce((least, value) => Math.min(least, value), Infinity);
  const high = numbers.reduce((most, value) => Math.max(most, value), -Infinity);
  const width = (high - low) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const value of numbers) {
    const bin = Math.min(BINS - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    low: low + bin * width,
    high: bin === BINS - 1 ? high : low + (bin + 1) * width,
    label: null,
    count,
  }));
}

function categoriesOf(values: readonly string[]): ColumnProfile['bins'] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const byCount = [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b));
  const named = byCount.length > MOST_CATEGORIES ? byCount.slice(0, MOST_CATEGORIES - 1) : byCount;
  const others = byCount.slice(named.length).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...named.map(([label, count]) => ({ low: null, high: null, label: label.slice(0, 60), count })),
    ...(others > 0 ? [{ low: null, high: null, label: null, count: others }] : []),
  ];
}

function firstLines(bytes: Buffer, lines: number): string {
  let end = 0;
  for (let count = 0; count < lines; count += 1) {
    const next = bytes.indexOf(10, end);
    if (next === -1) return bytes.toString('utf8');
    end = next + 1;
  }
  return bytes.toString('utf8', 0, end);
}

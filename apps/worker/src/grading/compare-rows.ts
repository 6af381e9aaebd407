import type { ReproducedRows } from '@holdout/domain';

/**
 * Compares two tables of predictions row by row; null if they are not tables of the same shape. Ids and order of both come
 * from the same salt, so a row is at the same place in both.
 */
export function compareRows(then: Buffer, now: Buffer): ReproducedRows | null {
  const [before, after] = [linesOf(then), linesOf(now)];
  if (before.length !== after.length || before[0] !== after[0]) return null;
  let changed = 0;
  let largest = 0;
  for (const [index, line] of before.entries()) {
    const other = after[index] ?? '';
    if (line === other) continue;
    changed += 1;
    largest = Math.max(largest, differenceOf(line.split(','), other.split(',')));
  }
  // Changed words have no distance.
  return { count: before.length - 1, changed, largest: Number.isFinite(largest) ? largest : null };
}

/** The largest difference between the numbers of two rows; infinite if something other than a number differs. */
function differenceOf(before: readonly string[], after: readonly string[]): number {
  const cells = Math.max(before.length, after.length);
  const differences = Array.from({ length: cells }, (_, column) => {
    if (before[column] === after[column]) return 0;
    const difference = Math.abs(Number(before[column]) - Number(after[column]));
    return Number.isNaN(difference) ? Infinity : difference;
  });
  return Math.max(0, ...differences);
}

function linesOf(content: Buffer): string[] {
  return content
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

import { stringify } from 'csv-stringify/sync';

/** A CSV file with a header. What a spreadsheet would take for a formula is quoted: names and messages are other people's text. */
export function csvOf<Row extends object>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: {
      boolean: (value) => String(value),
      date: (value) => value.toISOString(),
    },
  });
}

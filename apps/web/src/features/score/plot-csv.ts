import type { PlotPointLike } from './plot-data';

interface Drawn {
  xLabel: string;
  yLabel: string;
  series: readonly { name: string; points: readonly PlotPointLike[] }[];
}

/** Numbers of a plot as a CSV file (RFC 4180), one row per point. */
export function plotCsv({ xLabel, yLabel, series }: Drawn): string {
  const head = ['series', xLabel, yLabel, 'low', 'high', 'n'];
  const rows = series.flatMap(({ name, points }) =>
    points.map(({ x, label, y, low, high, n }) => [name, label ?? x, y, low, high, n]),
  );
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  // A text that begins like a formula would be run by a spreadsheet.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

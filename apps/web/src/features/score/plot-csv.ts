import { csvOf } from '@/ui/csv';
import type { PlotPointLike } from './plot-data';

interface Drawn {
  xLabel: string;
  yLabel: string;
  series: readonly { name: string; points: readonly PlotPointLike[] }[];
}

/** Numbers of a plot as a CSV file, one row per point. */
export function plotCsv({ xLabel, yLabel, series }: Drawn): string {
  const head = ['series', xLabel, yLabel, 'low', 'high', 'n'];
  const rows = series.flatMap(({ name, points }) =>
    points.map(({ x, label, y, low, high, n }) => [name, label ?? x, y, low, high, n]),
  );
  return csvOf([head, ...rows]);
}

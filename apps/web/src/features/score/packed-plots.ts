import type { Plot } from './score.types';

type Point = Plot['series'][number]['points'][number];

const FIELDS = ['x', 'label', 'y', 'low', 'high', 'n', 'image'] as const satisfies readonly (keyof Point)[];

/**
 * Plots as one string, with points as bare rows. Next.js reads every value of a server component's props before it answers.
 * A string is one value, and thousands of points stay in it until they are drawn.
 */
export function packPlots(plots: readonly Plot[]): string {
  return JSON.stringify(
    plots.map((plot) => ({
      ...plot,
      series: plot.series.map((series) => ({ ...series, points: series.points.map(rowOf) })),
    })),
  );
}

export function unpackPlots(packed: string): Plot[] {
  const plots = JSON.parse(packed) as (Omit<Plot, 'series'> & {
    series: (Omit<Plot['series'][number], 'points'> & { points: unknown[][] })[];
  })[];
  return plots.map((plot) => ({
    ...plot,
    series: plot.series.map((series) => ({ ...series, points: series.points.map(pointOf) })),
  }));
}

/** Empty values at the end of a row are omitted. */
function rowOf(point: Point): unknown[] {
  const row: unknown[] = FIELDS.map((field) => point[field]);
  while (row.length > 0 && row.at(-1) === null) row.pop();
  return row;
}

const pointOf = (row: readonly unknown[]): Point =>
  Object.fromEntries(FIELDS.map((field, index) => [field, row[index] ?? null])) as Point;

export interface PlotPointLike {
  x: number | null;
  label: string | null;
  y: number;
  low: number | null;
  high: number | null;
  n: number | null;
}

export interface PlotRow {
  x: number | null;
  label: string | null;
  y: number;
  n: number | null;
  band: [number, number] | null;
  /** Distances below and above `y`. */
  whisker: [number, number] | null;
}

/** Points as the chart library wants them: intervals as bands and as whiskers. */
export function toRows(points: readonly PlotPointLike[]): PlotRow[] {
  return points.map(({ x, label, y, low, high, n }) => {
    const hasInterval = low !== null && high !== null;
    return {
      x,
      label,
      y,
      n,
      band: hasInterval ? [low, high] : null,
      whisker: hasInterval ? [Math.max(0, y - low), Math.max(0, high - y)] : null,
    };
  });
}

/** Joins bar series by label: one row per category, one column per series. */
export function joinByLabel(
  series: readonly { name: string; points: readonly PlotPointLike[] }[],
): Record<string, string | number | [number, number]>[] {
  const rows = new Map<string, Record<string, string | number | [number, number]>>();
  series.forEach(({ points }, index) => {
    for (const row of toRows(points)) {
      const label = row.label ?? String(row.x ?? '');
      const known = rows.get(label) ?? { label };
      known[`y${index}`] = row.y;
      if (row.whisker) known[`w${index}`] = row.whisker;
      rows.set(label, known);
    }
  });
  return [...rows.values()];
}

/** A fixed domain where the plot names one; otherwise just around the data. */
export function domainOf(domain: readonly number[] | null): [number | 'auto', number | 'auto'] {
  return domain?.[0] !== undefined && domain[1] !== undefined ? [domain[0], domain[1]] : ['auto', 'auto'];
}

const LEAST_ROW_PX = 44;
const LINE_PX = 13;
const BETWEEN_LABELS_PX = 10;
/** Of a label, on a line: it wraps between words, so lines are seldom full. */
const CHARACTERS_PER_LINE = 18;
const AXIS_PX = 72;
const LEAST_PX = 272;

/** Height of a bar plot in pixels. Rows are of one height: each has room for its bars and for the longest label. */
export function barPlotHeight(series: Parameters<typeof joinByLabel>[0]): number {
  const labels = joinByLabel(series).map(({ label }) => String(label));
  const lines = Math.ceil(Math.max(...labels.map(({ length }) => length)) / CHARACTERS_PER_LINE);
  const row = Math.max(LEAST_ROW_PX, lines * LINE_PX + BETWEEN_LABELS_PX);
  return Math.max(LEAST_PX, labels.length * row + AXIS_PX);
}

/** Are the bars numbers in an order (a histogram, a timeline), not names of groups? */
export function hasNumberedBars(series: readonly { points: readonly PlotPointLike[] }[]): boolean {
  const isNumber = (label: string | null) => label !== null && /^-?\d+(\.\d+)?$/.test(label);
  return series.every(({ points }) => points.every(({ x, label }) => x !== null || isNumber(label)));
}

/** Do the bars count something? Their axis then marks no half of what is counted. */
export function hasCounts(series: readonly { points: readonly PlotPointLike[] }[]): boolean {
  return series.every(({ points }) => points.every(({ y, low }) => Number.isInteger(y) && low === null));
}

export const AXIS = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-2)' },
  tickLine: false,
} as const;

/** What an axis measures, written below it. */
export const belowAxis = (value: string) =>
  ({ value, position: 'insideBottom', offset: -12, fill: 'var(--ink-2)' }) as const;

/** The same, written along an upright axis. */
export const besideAxis = (value: string) =>
  ({
    value,
    angle: -90,
    position: 'insideLeft',
    offset: 6,
    style: { textAnchor: 'middle' },
    fill: 'var(--ink-2)',
  }) as const;

/** A tick's number with three decimals at most. */
export const short = (value: number) => String(Math.round(value * 1000) / 1000);

const STEP = 5;
const BINS = 21;
const MIDDLE = 10;

/** Changes of points in bins of five around none: from -50 or less to 50 or more. */
export function changeHistogram(changes: readonly number[]): number[] {
  const bins = Array<number>(BINS).fill(0);
  for (const change of changes) {
    const index = Math.min(BINS - 1, Math.max(0, MIDDLE + Math.round(change / STEP)));
    bins[index] = (bins[index] ?? 0) + 1;
  }
  return bins;
}

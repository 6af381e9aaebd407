/** What the references reach on one metric. Fixed when a version is published, or measured by this deployment. */
export interface MetricAnchors {
  naive: number;
  simple: number;
  strong: number;
}

/** The points that each anchor stands for; above strong, half the strong-simple gap again earns the rest. */
export const ANCHOR_POINTS = { naive: 0, simple: 70, strong: 90, best: 100 } as const;

/** Points from which a run passes. */
export const PASS_MARK = 70;

function between(value: number, from: number, to: number, pointsFrom: number, pointsTo: number): number {
  return pointsFrom + ((value - from) / (to - from)) * (pointsTo - pointsFrom);
}

/**
 * Points 0-100 of a metric value, piecewise linear between the anchors. Works for both directions: the anchors' order
 * says which way is better. `bound` is the metric's best possible value, which always earns 100.
 * @throws RangeError when the anchors do not improve from naive to simple to strong.
 */
export function pointsOf(value: number, anchors: MetricAnchors, bound?: number): number {
  const sign = Math.sign(anchors.strong - anchors.naive);
  const [v, naive, simple, strong] = [value, anchors.naive, anchors.simple, anchors.strong].map(
    (x) => x * sign,
  ) as [number, number, number, number];
  if (sign === 0 || !(naive < simple && simple < strong)) {
    throw new RangeError(
      `Anchors must improve from naive to simple to strong, got ${JSON.stringify(anchors)}.`,
    );
  }
  const reach = strong + (strong - simple) / 2;
  const best = bound === undefined ? reach : Math.min(reach, bound * sign);
  // Nothing is better than the bound, so it earns everything even where the strong reference reaches it too.
  if (v >= best) return ANCHOR_POINTS.best;
  if (v <= naive) return ANCHOR_POINTS.naive;
  if (v <= simple) return between(v, naive, simple, ANCHOR_POINTS.naive, ANCHOR_POINTS.simple);
  if (v <= strong) return between(v, simple, strong, ANCHOR_POINTS.simple, ANCHOR_POINTS.strong);
  return between(v, strong, best, ANCHOR_POINTS.strong, ANCHOR_POINTS.best);
}

/** Weighted mean of criteria's points. Criteria without points (not graded yet) or weight do not count; null if none do. */
export function weightedPoints(
  criteria: readonly { points: number | null; weight: number }[],
): number | null {
  const counted = criteria.filter((criterion) => criterion.points !== null && criterion.weight > 0);
  const total = counted.reduce((sum, criterion) => sum + criterion.weight, 0);
  if (total === 0) return null;
  return counted.reduce((sum, criterion) => sum + (criterion.points ?? 0) * criterion.weight, 0) / total;
}

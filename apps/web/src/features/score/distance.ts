export type DistanceKey = 'clearlyAbove' | 'above' | 'below' | 'clearlyBelow';

interface Interval {
  value: number;
  low: number;
  high: number;
  passMark: number;
}

/** How far from the pass mark, and whether the interval leaves room for the other side. Points are one decimal. */
export function distanceToPass({ value, low, high, passMark }: Interval): {
  key: DistanceKey;
  points: number;
} {
  const points = Math.round(Math.abs(value - passMark) * 10) / 10;
  if (value >= passMark) return { key: low >= passMark ? 'clearlyAbove' : 'above', points };
  return { key: high < passMark ? 'clearlyBelow' : 'below', points };
}

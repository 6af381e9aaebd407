export interface RingPoint {
  x: number;
  y: number;
}

/** Places `count` nodes on an ellipse, the first at the top, clockwise. Radii and centre in the units of the drawing. */
export function ringLayout(count: number, center: RingPoint, radius: RingPoint): RingPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / Math.max(1, count) - Math.PI / 2;
    return {
      x: round(center.x + radius.x * Math.cos(angle)),
      y: round(center.y + radius.y * Math.sin(angle)),
    };
  });
}

/** Shorten the line from `a` to `b` so that it ends at the borders of boxes of the given half width and height. */
export function betweenBoxes(a: RingPoint, b: RingPoint, half: RingPoint): [RingPoint, RingPoint] {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (dx === 0 && dy === 0) return [a, b];
  const share = Math.min(0.48, 1 / Math.max(Math.abs(dx) / half.x, Math.abs(dy) / half.y));
  return [
    { x: round(a.x + dx * share), y: round(a.y + dy * share) },
    { x: round(b.x - dx * share), y: round(b.y - dy * share) },
  ];
}

// Server and browser must write the same digits, or hydration complains.
const round = (value: number) => Math.round(value * 10) / 10;

export interface Point {
  x: number;
  y: number;
}

/** SVG path along the points, each corner rounded as far as its two sides have room. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const steps = rest.map((corner, index) => {
    const [before, after] = [points[index] ?? first, rest[index + 1]];
    if (!after) return `L ${text(corner)}`;
    const room = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    return `L ${text(toward(corner, before, room))} Q ${text(corner)} ${text(toward(corner, after, room))}`;
  });
  return [`M ${text(first)}`, ...steps].join(' ');
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

function toward(from: Point, to: Point, length: number): Point {
  const all = distance(from, to);
  if (all === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / all, y: from.y + ((to.y - from.y) * length) / all };
}

// Server and browser must write the same digits, or hydration complains.
const text = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

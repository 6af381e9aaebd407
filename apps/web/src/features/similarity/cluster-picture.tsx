import { ringLayout } from '@/features/diagrams/ring-layout';
import type { Cluster } from './similarity.types';
import styles from './similarity.module.css';

const SIZE = { x: 320, y: 200 };
const RADIUS = { x: 95, y: 68 };
const WIDTH = { least: 1, most: 5 };

/** Who is connected with whom: the thicker a line, the more similar. The list beside it says the same in numbers. */
export function ClusterPicture({ cluster: { students, pairs }, label }: { cluster: Cluster; label: string }) {
  const places = ringLayout(students.length, { x: SIZE.x / 2, y: SIZE.y / 2 }, RADIUS);
  const at = new Map(students.map(({ key }, index) => [key, places[index] ?? { x: 0, y: 0 }]));
  return (
    <svg viewBox={`0 0 ${SIZE.x} ${SIZE.y}`} className={styles.picture} role="img" aria-label={label}>
      {pairs.map(({ id, left, right, similarity }) => {
        const [from, to] = [at.get(left.key), at.get(right.key)];
        const strokeWidth = WIDTH.least + similarity * (WIDTH.most - WIDTH.least);
        return <line key={id} x1={from?.x} y1={from?.y} x2={to?.x} y2={to?.y} strokeWidth={strokeWidth} />;
      })}
      {students.map(({ key, name, isEarlier }) => {
        const { x, y } = at.get(key) ?? { x: 0, y: 0 };
        return (
          <g key={key}>
            <circle cx={x} cy={y} r="6" data-earlier={isEarlier} />
            <text x={x} y={y < SIZE.y / 2 ? y - 12 : y + 20} textAnchor="middle">
              {name.length > 18 ? `${name.slice(0, 17)}…` : name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

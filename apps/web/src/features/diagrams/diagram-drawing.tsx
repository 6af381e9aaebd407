import { useTranslations } from 'next-intl';
import type { Diagram } from './diagram.types';
import { betweenBoxes, ringLayout } from './ring-layout';
import styles from './diagram-page.module.css';

const WIDTH = 880;
const HEIGHT = 480;
const HALF = { x: 78, y: 24 };

/** Boxes on a ring with arrows between them. The list below it says the same in words. */
export function DiagramDrawing({ diagram }: { diagram: Diagram }) {
  const t = useTranslations('diagram');
  const places = ringLayout(diagram.nodes.length, { x: WIDTH / 2, y: HEIGHT / 2 }, { x: 330, y: 195 });
  const at = new Map(diagram.nodes.map((node, index) => [node.key, places[index]]));
  return (
    <div className={styles.drawing}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('drawingLabel', { title: diagram.title })}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M0 0 L8 4 L0 8 Z" className={styles.tip} />
          </marker>
        </defs>
        {diagram.edges.map((edge) => {
          const from = at.get(edge.from);
          const to = at.get(edge.to);
          if (!from || !to) return null;
          const [a, b] = betweenBoxes(from, to, { x: HALF.x + 4, y: HALF.y + 4 });
          return (
            <g key={`${edge.from}-${edge.to}`}>
              <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} className={styles.edge} markerEnd="url(#arrow)" />
              {edge.label && (
                <text x={(a.x + b.x) / 2} y={(a.y + b.y) / 2 - 6} className={styles.edgeLabel}>
                  {edge.label}
                </text>
              )}
            </g>
          );
        })}
        {diagram.nodes.map((node) => {
          const place = at.get(node.key);
          return (
            place && (
              <g key={node.key}>
                <rect
                  x={place.x - HALF.x}
                  y={place.y - HALF.y}
                  width={2 * HALF.x}
                  height={2 * HALF.y}
                  rx="6"
                  className={styles.box}
                />
                <foreignObject
                  x={place.x - HALF.x}
                  y={place.y - HALF.y}
                  width={2 * HALF.x}
                  height={2 * HALF.y}
                >
                  <div className={styles.boxLabel}>{node.label}</div>
                </foreignObject>
              </g>
            )
          );
        })}
      </svg>
    </div>
  );
}

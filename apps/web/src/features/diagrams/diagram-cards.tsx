import { Link } from '@/ui/link';
import { ringLayout } from './ring-layout';
import styles from './diagram-cards.module.css';

interface Sketch {
  id: string;
  slug: string;
  title: string;
  summary: string;
  nodes: { key: string; label: string }[];
  edges: { from: string; to: string }[];
}

/** The concept diagrams, each with a thumbnail of its own graph. */
export function DiagramCards({ diagrams }: { diagrams: Sketch[] }) {
  return (
    <ul className={styles.cards}>
      {diagrams.map((diagram) => (
        <li key={diagram.id}>
          <Link href={`/diagrams/${diagram.slug}`} className={styles.card}>
            <Thumbnail diagram={diagram} />
            <span className={styles.title}>{diagram.title}</span>
            <span className={styles.summary}>{diagram.summary}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ diagram }: { diagram: Sketch }) {
  const places = ringLayout(diagram.nodes.length, { x: 60, y: 30 }, { x: 42, y: 22 });
  const at = new Map(diagram.nodes.map((node, index) => [node.key, places[index]]));
  return (
    <svg viewBox="0 0 120 60" className={styles.thumbnail} aria-hidden>
      {diagram.edges.map(({ from, to }) => {
        const a = at.get(from);
        const b = at.get(to);
        return a && b && <line key={`${from}-${to}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
      })}
      {places.map(({ x, y }) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r={3.5} />
      ))}
    </svg>
  );
}

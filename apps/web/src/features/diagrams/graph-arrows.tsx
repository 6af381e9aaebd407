import { useId } from 'react';
import type { GraphLayout } from './graph-layout';
import styles from './graph-arrows.module.css';

interface Props {
  layout: GraphLayout;
  /** How an arrow looks: `strong`, `faint`, or one of the marks of a graded drawing. */
  lookOf: (from: string, to: string) => string | undefined;
}

/** The arrows of a graph. What they say is said beside it in words, so they are hidden from screen readers. */
export function GraphArrows({ layout, lookOf }: Props) {
  const id = useId();
  const { width, height, edges } = layout;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.arrows}
      aria-hidden
    >
      <defs>
        <marker
          id={id}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0 1 L10 5 L0 9 Z" fill="context-stroke" />
        </marker>
      </defs>
      {edges.map(({ from, to, path }) => (
        <path
          key={`${from}-${to}`}
          d={path}
          className={styles.arrow}
          data-look={lookOf(from, to)}
          markerEnd={`url(#${id})`}
        />
      ))}
      {edges.map(
        ({ from, to, label }) =>
          label && (
            <text
              key={`${from}-${to}`}
              x={label.x}
              y={label.y}
              className={styles.label}
              data-look={lookOf(from, to)}
            >
              {label.text}
            </text>
          ),
      )}
    </svg>
  );
}

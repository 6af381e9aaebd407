import { layOutGraph, type Placed } from './graph-layout';
import type { Plot } from './score.types';

const [WIDTH, HEIGHT, GAP_X, GAP_Y, EDGE] = [132, 34, 44, 18, 8];

/** Boxes and arrows from left to right: what was made from what. */
export function GraphPlot({ plot }: { plot: Plot }) {
  const { nodes, edges, columns, rows } = layOutGraph(
    plot.series.flatMap(({ points }) => points.map(({ label }) => label ?? '')),
  );
  const left = ({ column }: Placed) => EDGE + column * (WIDTH + GAP_X);
  const top = ({ row }: Placed) => EDGE + row * (HEIGHT + GAP_Y);
  const width = 2 * EDGE + columns * (WIDTH + GAP_X) - GAP_X;
  const height = 2 * EDGE + rows * (HEIGHT + GAP_Y) - GAP_Y;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize={13}>
      {edges.map(({ from, to }) => {
        const [x1, y1] = [left(from) + WIDTH, top(from) + HEIGHT / 2];
        const [x2, y2] = [left(to), top(to) + HEIGHT / 2];
        return (
          <g key={`${from.name} ${to.name}`} stroke="var(--ink-3)" fill="none" strokeWidth={1.5}>
            <path d={`M${x1} ${y1}C${x1 + GAP_X / 2} ${y1} ${x2 - GAP_X / 2} ${y2} ${x2} ${y2}`} />
            <path d={`M${x2 - 7} ${y2 - 4}L${x2} ${y2}L${x2 - 7} ${y2 + 4}`} />
          </g>
        );
      })}
      {nodes.map((node) => (
        <g key={node.name}>
          <rect
            x={left(node)}
            y={top(node)}
            width={WIDTH}
            height={HEIGHT}
            rx={6}
            fill="var(--surface)"
            stroke={node.column === 0 ? 'var(--line-strong)' : 'var(--accent)'}
          />
          <text
            x={left(node) + WIDTH / 2}
            y={top(node) + HEIGHT / 2 + 4.5}
            textAnchor="middle"
            fill="var(--ink)"
            fontFamily="var(--mono)"
          >
            {node.name.length > 15 ? `${node.name.slice(0, 14)}…` : node.name}
          </text>
        </g>
      ))}
    </svg>
  );
}

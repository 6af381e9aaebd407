'use client';

import { BaseEdge, useInternalNode, useStore, type EdgeProps } from '@xyflow/react';
import { betweenBoxes } from '@/features/diagrams/ring-layout';
import { NODE_SIZE } from './sketch';

const HALF = { x: NODE_SIZE.width / 2 + 3, y: NODE_SIZE.height / 2 + 3 };
/** Two arrows between the same labels run beside each other. */
const APART = 9;

/** A straight arrow from border to border, wherever its labels are. */
export function ArrowLine({ id, source, target, markerEnd, selected }: EdgeProps) {
  const [from, to] = [useInternalNode(source), useInternalNode(target)];
  const hasReverse = useStore(({ edges }) =>
    edges.some((edge) => edge.source === target && edge.target === source),
  );
  if (!from || !to) return null;
  const [a, b] = [middle(from.internals.positionAbsolute), middle(to.internals.positionAbsolute)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const shift = hasReverse
    ? { x: (-(b.y - a.y) / length) * APART, y: ((b.x - a.x) / length) * APART }
    : { x: 0, y: 0 };
  const [start, end] = betweenBoxes(
    { x: a.x + shift.x, y: a.y + shift.y },
    { x: b.x + shift.x, y: b.y + shift.y },
    HALF,
  );
  return (
    <BaseEdge
      id={id}
      path={`M ${start.x} ${start.y} L ${end.x} ${end.y}`}
      interactionWidth={24}
      style={{ strokeWidth: selected ? 2.5 : 1.75, stroke: selected ? 'var(--accent)' : 'var(--ink-2)' }}
      {...(markerEnd ? { markerEnd } : {})}
    />
  );
}

const middle = ({ x, y }: { x: number; y: number }) => ({
  x: x + NODE_SIZE.width / 2,
  y: y + NODE_SIZE.height / 2,
});

import { slugOf, type DiagramText } from '@holdout/domain';
import { edgeName } from '@holdout/diagram';
import { afterStroke, EMPTY, type Sketch } from '@/features/redraw/sketch';
import type { AuthoredDiagramDetailFieldsFragment } from '@/generated/graphql';

export type AuthoredDiagram = AuthoredDiagramDetailFieldsFragment;

export const NO_TEXT: DiagramText = {
  title: '',
  summary: '',
  stageSlug: null,
  nodes: [],
  edges: [],
  distractors: [],
};

/** Without what the API adds to every answer. */
export const textOf = ({
  title,
  summary,
  stageSlug,
  nodes,
  edges,
  distractors,
}: DiagramText): DiagramText => ({
  title,
  summary,
  stageSlug,
  nodes: nodes.map(({ key, label, hint, x, y }) => ({ key, label, hint, x, y })),
  edges: edges.map(({ from, to, label }) => ({ from, to, label })),
  distractors: distractors.map(({ key, label }) => ({ key, label })),
});

/** A diagram as lines that can be compared. Where its labels stand is for its author only. */
export function linesOf({ title, summary, stageSlug, nodes, edges, distractors }: DiagramText): string {
  const read = (key: string) => nodes.find((node) => node.key === key)?.label ?? key;
  return [
    `# ${title}`,
    summary,
    stageSlug ?? '',
    '',
    ...nodes.map(({ label, hint }) => `${label}: ${hint}`),
    ...edges.map(({ from, to, label }) => `${read(from)} → ${read(to)}${label ? ` (${label})` : ''}`),
    ...distractors.map(({ label }) => `≠ ${label}`),
    '',
  ].join('\n');
}

/** What the canvas shows: labels that were never put anywhere stand in a grid. */
export const sketchOf = ({ nodes, edges }: DiagramText): Sketch => ({
  ...nodes.reduce<Sketch>(
    (sketch, { key, x, y }) =>
      afterStroke(sketch, { type: 'place', key, ...(x !== null && y !== null ? { at: { x, y } } : {}) }),
    EMPTY,
  ),
  edges: edges.map(({ from, to }) => ({ from, to })),
});

/** The diagram after a stroke on its canvas or in its list: words stay with the labels and arrows that are still there. */
export const withSketch = (text: DiagramText, sketch: Sketch): DiagramText => ({
  ...text,
  nodes: sketch.nodes.flatMap(({ key, x, y }) => {
    const node = text.nodes.find((each) => each.key === key);
    return node ? [{ ...node, x, y }] : [];
  }),
  edges: sketch.edges.map((edge) => ({
    ...edge,
    label: text.edges.find((each) => edgeName(each) === edgeName(edge))?.label ?? null,
  })),
});

/** A name for a new label that no other label has. It stays when the label's text changes. */
export function keyFor(label: string, { nodes, distractors }: DiagramText): string {
  const taken = new Set([...nodes, ...distractors].map(({ key }) => key));
  const stem = slugOf(label, 36).replace(/^[^a-z]+/, '') || 'label';
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}

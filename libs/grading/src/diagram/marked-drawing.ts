import type { Drawing, DrawingGrade, Edge, Label } from '@holdout/diagram';
import { edgeName } from '@holdout/diagram';
import type { DiagramFeedback, DrawingMark, PlotResult } from '@holdout/domain';

/** The drawing with a mark on each part and, with KEY, the missing parts as well. */
export function markedDrawing(
  drawing: Drawing,
  { nodes, edges }: DrawingGrade,
  feedback: DiagramFeedback,
  labels: readonly Label[],
): PlotResult {
  const isKeyShown = feedback === 'KEY';
  const texts = new Map(labels.map(({ key, label }) => [key, label]));
  const markOfNode = (key: string): DrawingMark =>
    nodes.right.includes(key) ? 'RIGHT' : nodes.extra.includes(key) ? 'EXTRA' : 'LOOSE';
  const marks = new Map<string, DrawingMark>(
    (['right', 'reversed', 'extra', 'tolerated'] as const).flatMap((kind) =>
      edges[kind].map((edge) => [edgeName(edge), MARKS[kind]] as const),
    ),
  );
  const marked = (edge: Edge, mark: DrawingMark) => ({ from: edge.from, to: edge.to, mark });
  const ends = new Set([
    ...drawing.nodes,
    ...(isKeyShown ? [...nodes.missing, ...edges.missing.flatMap(({ from, to }) => [from, to])] : []),
  ]);
  const placed = new Set(drawing.nodes);
  return {
    key: 'drawing',
    title: 'Your drawing',
    kind: 'drawing',
    source: 'SAMPLE',
    xLabel: '',
    yLabel: '',
    xDomain: null,
    yDomain: null,
    series: [],
    drawing: {
      nodes: [...ends].map((key) => ({
        key,
        label: texts.get(key) ?? key,
        mark: placed.has(key) ? markOfNode(key) : 'MISSING',
      })),
      edges: [
        ...drawing.edges.map((edge) => marked(edge, marks.get(edgeName(edge)) ?? 'EXTRA')),
        ...(isKeyShown ? edges.missing.map((edge) => marked(edge, 'MISSING')) : []),
      ],
    },
  };
}

const MARKS = { right: 'RIGHT', reversed: 'REVERSED', extra: 'EXTRA', tolerated: 'TOLERATED' } as const;

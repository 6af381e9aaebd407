import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { roundedPath, type Point } from './rounded-path';

export interface GraphLayout {
  width: number;
  height: number;
  nodes: { key: string; x: number; y: number; width: number; height: number }[];
  edges: { from: string; to: string; path: string; label: { text: string; x: number; y: number } | null }[];
}

interface Graph {
  nodes: readonly { key: string }[];
  edges: readonly { from: string; to: string; label?: string | null }[];
}

const NODE = { width: 168, height: 48 };
const LABEL_HEIGHT = 18;
const CHARACTER = 6.8;
const CORNER = 8;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.feedbackEdges': 'true',
  // The author's order says what leads on; only arrows against it lead back.
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.edgeLabels.inline': 'false',
  'elk.padding': '[top=8,left=8,bottom=8,right=8]',
};

/** Places a graph in layers from top to bottom, arrows that lead back around it. Made on the server: the browser gets coordinates. */
export async function graphLayout({ nodes, edges }: Graph): Promise<GraphLayout> {
  const graph: ElkNode = {
    id: 'graph',
    layoutOptions: OPTIONS,
    children: nodes.map(({ key }) => ({ id: key, ...NODE })),
    edges: edges.map(({ from, to, label }, index) => ({
      id: `${index}`,
      sources: [from],
      targets: [to],
      labels: label ? [{ text: label, width: label.length * CHARACTER + 10, height: LABEL_HEIGHT }] : [],
    })),
  };
  const laid: ElkNode & { edges?: ElkExtendedEdge[] } = await new ELK().layout(graph);
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    nodes: (laid.children ?? []).map(({ id, x = 0, y = 0 }) => ({ key: id, x, y, ...NODE })),
    edges: (laid.edges ?? []).map((edge) => ({
      from: edge.sources[0] ?? '',
      to: edge.targets[0] ?? '',
      path: roundedPath(pointsOf(edge), CORNER),
      label: labelOf(edge),
    })),
  };
}

function pointsOf({ sections = [] }: ElkExtendedEdge): Point[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}

function labelOf({ labels = [] }: ElkExtendedEdge): GraphLayout['edges'][number]['label'] {
  const [label] = labels;
  if (!label?.text) return null;
  const { text, x = 0, y = 0, width = 0, height = 0 } = label;
  return { text, x: x + width / 2, y: y + height / 2 };
}

import { edgeName, type Edge } from '@holdout/diagram';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends Place {
  readonly key: string;
}

/** The content of the canvas and of the list, which show the same. */
export interface Sketch {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly Edge[];
}

/** Every change that a person can make, whichever way they draw. */
export type Stroke =
  | { type: 'place'; key: string; at?: Place }
  | { type: 'move'; places: readonly PlacedNode[] }
  | { type: 'connect'; from: string; to: string }
  | { type: 'turn'; edge: Edge }
  | { type: 'remove'; nodes: readonly string[]; edges: readonly Edge[] }
  | { type: 'clear' };

export const EMPTY: Sketch = { nodes: [], edges: [] };
export const NODE_SIZE = { width: 168, height: 48 };

const COLUMNS = 3;
const STEP = { x: NODE_SIZE.width + 72, y: NODE_SIZE.height + 72 };

/** The sketch after a stroke; the same object when the stroke changes nothing. */
export function afterStroke(sketch: Sketch, stroke: Stroke): Sketch {
  switch (stroke.type) {
    case 'place':
      return placed(sketch, stroke.key, stroke.at);
    case 'move': {
      const places = new Map(stroke.places.map((place) => [place.key, place]));
      return { ...sketch, nodes: sketch.nodes.map((node) => places.get(node.key) ?? node) };
    }
    case 'connect':
      return connected(sketch, { from: stroke.from, to: stroke.to });
    case 'turn': {
      const { from, to } = stroke.edge;
      const turned = { from: to, to: from };
      if (!hasEdge(sketch, stroke.edge) || hasEdge(sketch, turned)) return sketch;
      return {
        ...sketch,
        edges: sketch.edges.map((edge) => (edgeName(edge) === edgeName(stroke.edge) ? turned : edge)),
      };
    }
    case 'remove': {
      const gone = new Set(stroke.edges.map(edgeName));
      const isLeft = (key: string): boolean => !stroke.nodes.includes(key);
      const nodes = sketch.nodes.filter(({ key }) => isLeft(key));
      const edges = sketch.edges.filter(
        (edge) => isLeft(edge.from) && isLeft(edge.to) && !gone.has(edgeName(edge)),
      );
      const isSame = nodes.length === sketch.nodes.length && edges.length === sketch.edges.length;
      return isSame ? sketch : { nodes, edges };
    }
    case 'clear':
      return sketch.nodes.length === 0 ? sketch : EMPTY;
  }
}

export const hasNode = ({ nodes }: Sketch, key: string): boolean => nodes.some((node) => node.key === key);

export const hasEdge = ({ edges }: Sketch, edge: Edge): boolean =>
  edges.some((each) => edgeName(each) === edgeName(edge));

function placed(sketch: Sketch, key: string, at: Place | undefined): Sketch {
  if (hasNode(sketch, key)) return sketch;
  return { ...sketch, nodes: [...sketch.nodes, { key, ...(at ?? freePlace(sketch)) }] };
}

/** An arrow to a label that is not there yet places it as well. */
function connected(sketch: Sketch, edge: Edge): Sketch {
  if (edge.from === edge.to || hasEdge(sketch, edge)) return sketch;
  const whole = placed(placed(sketch, edge.from, undefined), edge.to, undefined);
  return { ...whole, edges: [...whole.edges, edge] };
}

/** The first free place of a grid. */
function freePlace({ nodes }: Sketch): Place {
  for (let index = 0; ; index++) {
    const place = { x: (index % COLUMNS) * STEP.x, y: Math.floor(index / COLUMNS) * STEP.y };
    const isTaken = nodes.some(
      ({ x, y }) => Math.abs(x - place.x) < NODE_SIZE.width && Math.abs(y - place.y) < NODE_SIZE.height,
    );
    if (!isTaken) return place;
  }
}

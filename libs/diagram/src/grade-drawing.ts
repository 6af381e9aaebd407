import type { DiagramKey } from './diagram-key.js';
import type { Drawing } from './drawing.js';
import { edgeName, reversed, type Edge } from './graph.js';
import { loopName, loopsOf, type Loop } from './loops.js';

export interface GradedNodes {
  /** Belongs to the diagram, and most of the arrows drawn at it are right. */
  readonly right: readonly string[];
  /** Belongs to the diagram and was placed, but is not connected as it should be. */
  readonly loose: readonly string[];
  readonly missing: readonly string[];
  /** Belongs to another diagram. */
  readonly extra: readonly string[];
}

export interface GradedEdges {
  readonly right: readonly Edge[];
  readonly missing: readonly Edge[];
  /** As drawn: the diagram has it the other way round. */
  readonly reversed: readonly Edge[];
  readonly extra: readonly Edge[];
  readonly tolerated: readonly Edge[];
}

export interface GradedLoops {
  readonly closed: readonly Loop[];
  readonly open: readonly Loop[];
  /** Counted no further than what takes all credit away. */
  readonly extra: readonly Loop[];
}

export interface DrawingGrade {
  readonly nodes: GradedNodes;
  readonly edges: GradedEdges;
  readonly loops: GradedLoops;
  /** 0 to 1, by the rule of the README. */
  readonly credit: { readonly nodes: number; readonly edges: number; readonly loops: number };
}

/** Compare a drawing with its key. @param drawing as `readDrawing` let it through */
export function gradeDrawing(drawing: Drawing, key: DiagramKey): DrawingGrade {
  const edges = gradeEdges(drawing, key);
  const nodes = gradeNodes(drawing, key, edges);
  const loops = gradeLoops(edges, key);
  return {
    nodes,
    edges,
    loops,
    credit: {
      nodes: share(nodes.right.length - nodes.extra.length, key.nodes.length),
      edges: share(edges.right.length - edges.extra.length, key.edges.length),
      loops: share(loops.closed.length - loops.extra.length, loops.closed.length + loops.open.length),
    },
  };
}

function gradeEdges({ edges }: Drawing, key: DiagramKey): GradedEdges {
  const drawn = namesOf(edges);
  const wanted = namesOf(key.edges);
  const allowed = namesOf(key.tolerated);
  const right = edges.filter((edge) => wanted.has(edgeName(edge)));
  const others = edges.filter((edge) => !wanted.has(edgeName(edge)));
  const tolerated = others.filter((edge) => allowed.has(edgeName(edge)));
  const wrong = others.filter((edge) => !allowed.has(edgeName(edge)));
  // Beside the right arrow, its reverse is no slip of direction but a second arrow.
  const isSlip = (edge: Edge): boolean => {
    const back = edgeName(reversed(edge));
    return wanted.has(back) && !drawn.has(back);
  };
  const slips = wrong.filter(isSlip);
  const meant = namesOf(slips.map(reversed));
  return {
    right,
    tolerated,
    reversed: slips,
    extra: wrong.filter((edge) => !isSlip(edge)),
    missing: key.edges.filter((edge) => !drawn.has(edgeName(edge)) && !meant.has(edgeName(edge))),
  };
}

function gradeNodes({ nodes }: Drawing, key: DiagramKey, edges: GradedEdges): GradedNodes {
  const wanted = new Set(key.nodes);
  const placed = new Set(nodes);
  const wrong = [...edges.reversed, ...edges.extra];
  const isConnected = (node: string): boolean => {
    const right = edges.right.filter((edge) => touches(edge, node)).length;
    return right > wrong.filter((edge) => touches(edge, node)).length;
  };
  const known = nodes.filter((node) => wanted.has(node));
  return {
    right: known.filter(isConnected),
    loose: known.filter((node) => !isConnected(node)),
    missing: key.nodes.filter((node) => !placed.has(node)),
    extra: nodes.filter((node) => !wanted.has(node)),
  };
}

function gradeLoops({ right, reversed: slips, extra: wrong }: GradedEdges, key: DiagramKey): GradedLoops {
  const drawn = namesOf(right);
  const wanted = [...loopsOf(key.edges)];
  const names = new Set(wanted.map(loopName));
  const closed = wanted.filter((loop) => edgesOf(loop).every((edge) => drawn.has(edgeName(edge))));
  const open = wanted.filter((loop) => !closed.includes(loop));
  const extra: Loop[] = [];
  // A drawing of everything with everything has millions of loops: stop once they have taken all credit away.
  for (const loop of loopsOf([...right, ...slips, ...wrong])) {
    if (!names.has(loopName(loop))) extra.push(loop);
    if (extra.length >= Math.max(1, closed.length)) break;
  }
  return { closed, open, extra };
}

/** The arrows of a loop, the closing one last. */
export function edgesOf(loop: Loop): Edge[] {
  return loop.map((from, index) => ({ from, to: loop[(index + 1) % loop.length] ?? from }));
}

const namesOf = (edges: readonly Edge[]): ReadonlySet<string> => new Set(edges.map(edgeName));
const touches = ({ from, to }: Edge, node: string): boolean => from === node || to === node;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.max(0, part / whole));

import { z } from 'zod';
import { edgeName, type Edge, type Graph } from './graph.js';

/** Far above any concept diagram; every label connected with every other still fits. */
export const DRAWING_LIMITS = { bytes: 64 * 1024, nodes: 24, edges: 24 * 23 } as const;

export const nodeKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes');

/** A label that may be placed. */
export const labelSchema = z.strictObject({ key: nodeKey, label: z.string().trim().min(1).max(80) });
export type Label = z.infer<typeof labelSchema>;

/** What a student drew. */
export type Drawing = Graph;

export const DRAWING_REJECTION_CODES = [
  'DRAWING_TOO_LARGE',
  'DRAWING_MALFORMED',
  'TOO_MANY_NODES',
  'TOO_MANY_EDGES',
  'UNKNOWN_LABEL',
  'DUPLICATE_NODE',
  'DUPLICATE_EDGE',
  'SELF_LOOP',
  'NODE_NOT_PLACED',
] as const;
export type DrawingRejectionCode = (typeof DRAWING_REJECTION_CODES)[number];

export interface DrawingRejection {
  readonly code: DrawingRejectionCode;
  /** The fact, then what to do. */
  readonly message: string;
  /** Where: `nodes.2`, `edges.0.to`. Empty for the drawing as a whole. */
  readonly place: string;
}

export type ReadDrawing =
  | { readonly drawing: Drawing; readonly rejection: null }
  | { readonly drawing: null; readonly rejection: DrawingRejection };

const shape = z.object({
  nodes: z.array(z.string().max(200)),
  edges: z.array(z.object({ from: z.string().max(200), to: z.string().max(200) })),
});

/** Judge a stranger's value as a drawing with these labels. Text of the value is never repeated beyond its keys. */
export function readDrawing(value: unknown, labels: readonly Label[]): ReadDrawing {
  const parsed = shape.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') ?? '';
    return refuse(
      'DRAWING_MALFORMED',
      `${place || 'The drawing'}: ${issue?.message}. A drawing has "nodes", a list of label keys, and "edges", a list of from and to.`,
      place,
    );
  }
  const { nodes, edges } = parsed.data;
  if (nodes.length > DRAWING_LIMITS.nodes) {
    return refuse(
      'TOO_MANY_NODES',
      `${nodes.length} labels are placed; ${DRAWING_LIMITS.nodes} is the most. Place each label once at most.`,
      'nodes',
    );
  }
  if (edges.length > DRAWING_LIMITS.edges) {
    return refuse(
      'TOO_MANY_EDGES',
      `${edges.length} arrows are drawn; ${DRAWING_LIMITS.edges} is the most. Draw each arrow once.`,
      'edges',
    );
  }
  const rejection = rejectNodes(nodes, labels) ?? rejectEdges(edges, new Set(nodes));
  return rejection ? { drawing: null, rejection } : { drawing: { nodes, edges }, rejection: null };
}

/** The same drawing always has the same bytes, whatever the order in which it was drawn. */
export function canonicalDrawing({ nodes, edges }: Drawing): Drawing {
  return {
    nodes: nodes.toSorted(),
    edges: edges
      .map(({ from, to }) => ({ from, to }))
      .toSorted((a, b) => (edgeName(a) < edgeName(b) ? -1 : 1)),
  };
}

function rejectNodes(nodes: readonly string[], labels: readonly Label[]): DrawingRejection | null {
  const known = new Set(labels.map(({ key }) => key));
  for (const [index, node] of nodes.entries()) {
    const place = `nodes.${index}`;
    if (!known.has(node)) {
      const offered = [...known].toSorted().join(', ');
      return reject(
        'UNKNOWN_LABEL',
        `${place}: "${shown(node)}" is no label here. There are ${offered}.`,
        place,
      );
    }
    if (nodes.indexOf(node) !== index) {
      return reject('DUPLICATE_NODE', `${place}: "${node}" is placed twice. Place each label once.`, place);
    }
  }
  return null;
}

function rejectEdges(edges: readonly Edge[], placed: ReadonlySet<string>): DrawingRejection | null {
  const drawn = new Set<string>();
  for (const [index, edge] of edges.entries()) {
    const place = `edges.${index}`;
    for (const end of ['from', 'to'] as const) {
      if (placed.has(edge[end])) continue;
      const message = `${place}.${end}: "${shown(edge[end])}" is not among the placed labels. Add it to "nodes", or mend the arrow.`;
      return reject('NODE_NOT_PLACED', message, `${place}.${end}`);
    }
    if (edge.from === edge.to) {
      const message = `${place}: an arrow leads from "${edge.from}" to itself. Connect two labels.`;
      return reject('SELF_LOOP', message, place);
    }
    if (drawn.has(edgeName(edge))) {
      const message = `${place}: the arrow from "${edge.from}" to "${edge.to}" is drawn twice. Draw it once.`;
      return reject('DUPLICATE_EDGE', message, place);
    }
    drawn.add(edgeName(edge));
  }
  return null;
}

const shown = (key: string): string => key.replaceAll(/[^\w .-]/g, '?').slice(0, 60);

const reject = (code: DrawingRejectionCode, message: string, place: string): DrawingRejection => ({
  code,
  message,
  place,
});

const refuse = (code: DrawingRejectionCode, message: string, place: string): ReadDrawing => ({
  drawing: null,
  rejection: reject(code, message, place),
});

import { z } from 'zod';
import { DRAWING_LIMITS, nodeKey, type Label } from './drawing.js';
import { edgeName, type Edge } from './graph.js';

const edge = z.strictObject({ from: nodeKey, to: nodeKey });

/** What was to be drawn. Hidden until a drawing was graded. */
export const diagramKey = z.strictObject({
  schema: z.literal('holdout.diagram-key/1'),
  nodes: z.array(nodeKey).min(2).max(DRAWING_LIMITS.nodes),
  edges: z.array(edge).min(1).max(DRAWING_LIMITS.edges),
  /** True as well, but not asked for: neither earns nor costs. */
  tolerated: z.array(edge).default([]),
});
export type DiagramKey = z.infer<typeof diagramKey>;

/** What is wrong with a key beside the labels on offer, in words; empty when nothing is. */
export function problemsOfKey({ nodes, edges, tolerated }: DiagramKey, labels: readonly Label[]): string[] {
  const offered = new Set(labels.map(({ key }) => key));
  const all = [...edges, ...tolerated];
  const ends = new Set(nodes);
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...repeated(labels.map(({ key }) => key)).map((key) => `the label "${key}" is offered twice`),
    ...repeated(labels.map(({ label }) => label)).map((label) => `two labels read "${label}"`),
    ...repeated(nodes).map((key) => `the key has "${key}" twice`),
    ...repeated(all.map(edgeName)).map((name) => `the key has the arrow ${name} twice`),
    ...nodes.filter((key) => !offered.has(key)).map((key) => `the key needs "${key}", which is not offered`),
    ...nodes.filter((key) => !touched.has(key)).map((key) => `no arrow of the key touches "${key}"`),
    ...all.filter((each) => !isWhole(each, ends)).map((each) => `the arrow ${edgeName(each)} leaves the key`),
  ];
}

const isWhole = ({ from, to }: Edge, nodes: ReadonlySet<string>): boolean =>
  from !== to && nodes.has(from) && nodes.has(to);

const repeated = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => values.indexOf(value) !== values.lastIndexOf(value));

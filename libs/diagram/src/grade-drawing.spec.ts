import fc from 'fast-check';
import type { DiagramKey } from './diagram-key.js';
import { edgesOf, gradeDrawing } from './grade-drawing.js';
import { edgeName, reversed, type Edge } from './graph.js';

const arrows = (...pairs: string[]): Edge[] =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to };
  });

const KEY: DiagramKey = {
  schema: 'holdout.diagram-key/1',
  nodes: ['frame', 'train', 'evaluate', 'deploy'],
  edges: arrows('frame>train', 'train>evaluate', 'evaluate>deploy', 'evaluate>train', 'deploy>frame'),
  tolerated: arrows('deploy>train'),
};

const everything = (nodes: readonly string[]): Edge[] =>
  nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => ({ from, to })));

describe('a drawing beside its key', () => {
  it('earns everything when it is the key, and true arrows that were not asked for cost nothing', () => {
    const grade = gradeDrawing({ nodes: KEY.nodes, edges: [...KEY.edges, ...KEY.tolerated] }, KEY);
    expect(grade.credit).toEqual({ nodes: 1, edges: 1, loops: 1 });
    expect(grade.edges.tolerated.map(edgeName)).toEqual(['deploy>train']);
    expect(grade.loops.extra).toEqual([]);
  });

  it('tells what is missing, extra and reversed', () => {
    const edges = arrows('frame>train', 'evaluate>train', 'deploy>evaluate', 'deploy>sell');
    const {
      nodes,
      edges: graded,
      loops,
      credit,
    } = gradeDrawing({ nodes: [...KEY.nodes, 'sell'], edges }, KEY);
    expect(graded.right.map(edgeName)).toEqual(['frame>train', 'evaluate>train']);
    expect(graded.reversed.map(edgeName)).toEqual(['deploy>evaluate']);
    expect(graded.extra.map(edgeName)).toEqual(['deploy>sell']);
    expect(graded.missing.map(edgeName)).toEqual(['train>evaluate', 'deploy>frame']);
    expect(nodes).toEqual({
      right: ['frame', 'train'],
      loose: ['evaluate', 'deploy'],
      missing: [],
      extra: ['sell'],
    });
    expect(loops).toEqual({
      closed: [],
      open: [
        ['deploy', 'frame', 'train', 'evaluate'],
        ['evaluate', 'train'],
      ],
      extra: [],
    });
    expect(credit).toEqual({ nodes: 1 / 4, edges: 1 / 5, loops: 0 });
  });

  it('knows a second arrow between two nodes from a slip of direction', () => {
    const { edges } = gradeDrawing({ nodes: KEY.nodes, edges: arrows('frame>train', 'train>frame') }, KEY);
    expect([edges.right, edges.extra, edges.reversed].map((each) => each.length)).toEqual([1, 1, 0]);
  });

  it('misses the second arrow where the diagram has both', () => {
    const { edges } = gradeDrawing({ nodes: KEY.nodes, edges: arrows('train>evaluate') }, KEY);
    expect(edges.missing.map(edgeName)).toContain('evaluate>train');
  });
});

/** Keys without two arrows between the same nodes, on some of eight labels; the other labels are distractors. */
const keys = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 3, maxLength: 6 }).chain((nodes) =>
  fc
    .array(fc.tuple(fc.nat(nodes.length - 1), fc.nat(nodes.length - 1)), { minLength: 2, maxLength: 12 })
    .map((pairs) => {
      const edges: Edge[] = [];
      for (const [a, b] of pairs) {
        const edge = { from: nodes[a] ?? '', to: nodes[b] ?? '' };
        const known = new Set(edges.flatMap((each) => [edgeName(each), edgeName(reversed(each))]));
        if (a !== b && !known.has(edgeName(edge))) edges.push(edge);
      }
      const key: DiagramKey = { schema: 'holdout.diagram-key/1', nodes, edges, tolerated: [] };
      return key;
    })
    .filter(({ edges }) => edges.length > 0),
);
const drawings = fc
  .uniqueArray(fc.constantFrom(...everything([...'abcdefgh'])), { maxLength: 20 })
  .map((edges) => ({
    nodes: [...new Set(edges.flatMap(({ from, to }) => [from, to]))],
    edges,
  }));
const total = (key: DiagramKey, drawing: { nodes: string[]; edges: Edge[] }): number => {
  const { nodes, edges, loops } = gradeDrawing(drawing, key).credit;
  return nodes + edges + loops;
};

describe('for every key and every drawing', () => {
  it('credit lies between 0 and 1, and what is said of the arrows adds up', () => {
    fc.assert(
      fc.property(keys, drawings, (key, drawing) => {
        const { credit, edges, nodes } = gradeDrawing(drawing, key);
        for (const part of Object.values(credit)) expect(part >= 0 && part <= 1).toBe(true);
        expect(edges.right.length + edges.reversed.length + edges.extra.length).toBe(drawing.edges.length);
        expect(edges.right.length + edges.reversed.length + edges.missing.length).toBe(key.edges.length);
        expect(nodes.right.length + nodes.loose.length + nodes.missing.length).toBe(key.nodes.length);
      }),
    );
  });

  it('only the key itself earns everything', () => {
    fc.assert(
      fc.property(keys, drawings, (key, drawing) => {
        const touched = new Set(key.edges.flatMap(({ from, to }) => [from, to]));
        fc.pre(key.nodes.every((node) => touched.has(node)));
        const { nodes, edges } = gradeDrawing({ nodes: key.nodes, edges: key.edges }, key).credit;
        expect([nodes, edges]).toEqual([1, 1]);
        const names = (of: readonly Edge[]): string => of.map(edgeName).toSorted().join();
        if (gradeDrawing(drawing, key).credit.edges === 1)
          expect(names(drawing.edges)).toBe(names(key.edges));
      }),
    );
  });

  it('connecting everything, drawing every arrow both ways and reversing them all earn nothing', () => {
    fc.assert(
      fc.property(keys, (key) => {
        for (const edges of [
          everything(key.nodes),
          everything([...'abcdefgh']),
          key.edges.flatMap((edge) => [edge, reversed(edge)]),
          key.edges.map(reversed),
          [],
        ])
          expect(
            total(key, { nodes: [...new Set([...key.nodes, ...edges.map(({ from }) => from)])], edges }),
          ).toBe(0);
      }),
    );
  });

  it('a further wrong arrow never helps, and the right one never hurts', () => {
    fc.assert(
      fc.property(keys, drawings, fc.constantFrom(...everything([...'abcdefgh'])), (key, drawing, edge) => {
        fc.pre(!drawing.edges.some((each) => edgeName(each) === edgeName(edge)));
        fc.pre(!drawing.edges.some((each) => edgeName(each) === edgeName(reversed(edge))));
        const nodes = [...new Set([...drawing.nodes, edge.from, edge.to])];
        const [before, after] = [drawing.edges, [...drawing.edges, edge]].map(
          (edges) => gradeDrawing({ nodes, edges }, key).credit.edges,
        );
        const isRight = key.edges.some((each) => edgeName(each) === edgeName(edge));
        if (isRight) expect(after).toBeGreaterThanOrEqual(before ?? 0);
        else expect(after).toBeLessThanOrEqual(before ?? 0);
      }),
    );
  });

  it('the order of drawing and the names of nodes do not matter', () => {
    fc.assert(
      fc.property(keys, drawings, (key, drawing) => {
        const shuffled = { nodes: drawing.nodes.toReversed(), edges: drawing.edges.toReversed() };
        expect(gradeDrawing(shuffled, key).credit).toEqual(gradeDrawing(drawing, key).credit);
        const rename = (node: string): string => `x-${'hgfedcba'[node.charCodeAt(0) - 97] ?? ''}`;
        const renameAll = (edges: readonly Edge[]): Edge[] =>
          edges.map(({ from, to }) => ({ from: rename(from), to: rename(to) }));
        const renamed = {
          ...key,
          nodes: key.nodes.map(rename),
          edges: renameAll(key.edges),
        };
        const credit = gradeDrawing(
          { nodes: drawing.nodes.map(rename), edges: renameAll(drawing.edges) },
          renamed,
        ).credit;
        expect(credit).toEqual(gradeDrawing(drawing, key).credit);
      }),
    );
  });
});

it('grades a drawing of everything with everything at once', () => {
  const nodes = Array.from({ length: 24 }, (_, index) => `n${index}`);
  const ring = nodes.map((from, index) => ({ from, to: nodes[(index + 1) % nodes.length] ?? '' }));
  const started = performance.now();
  const { credit } = gradeDrawing(
    { nodes, edges: everything(nodes) },
    { schema: 'holdout.diagram-key/1', nodes, edges: ring, tolerated: [] },
  );
  expect(credit).toEqual({ nodes: 0, edges: 0, loops: 0 });
  expect(performance.now() - started).toBeLessThan(1000);
  expect(edgesOf(nodes).at(-1)).toEqual({ from: 'n23', to: 'n0' });
});

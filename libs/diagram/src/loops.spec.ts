import fc from 'fast-check';
import { edgeName, type Edge } from './graph.js';
import { loopName, loopsOf } from './loops.js';

const NODES = [...'abcdef'];
const pairs = NODES.flatMap((from) => NODES.filter((to) => to !== from).map((to) => ({ from, to })));
const graphs = fc.uniqueArray(fc.constantFrom(...pairs), { maxLength: 18 });

/** By definition: every order of every subset of nodes that begins with its least and is joined all around. */
function byDefinition(edges: readonly Edge[]): string[] {
  const names = new Set(edges.map(edgeName));
  const orders = (rest: readonly string[]): string[][] => [
    [],
    ...rest.flatMap((node) =>
      orders(rest.filter((other) => other !== node)).map((order) => [node, ...order]),
    ),
  ];
  return NODES.flatMap((start) =>
    orders(NODES.filter((node) => node > start))
      .filter((order) => order.length > 0)
      .map((order) => [start, ...order]),
  )
    .filter((loop) =>
      loop.every((from, index) => names.has(`${from}>${loop[(index + 1) % loop.length] ?? ''}`)),
    )
    .map(loopName);
}

it('are those of the definition, each once', () => {
  fc.assert(
    fc.property(graphs, (edges) => {
      expect([...loopsOf(edges)].map(loopName).toSorted()).toEqual(byDefinition(edges).toSorted());
    }),
    { numRuns: 60 },
  );
});

it('come one after the other: the first of millions is there at once', () => {
  const nodes = Array.from({ length: 24 }, (_, index) => `n${index}`);
  const edges = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => ({ from, to })));
  const loops = loopsOf(edges);
  expect(loops.next().value).toHaveLength(2);
});

it('are found quickly to be none in a large graph without any', () => {
  const nodes = Array.from({ length: 24 }, (_, index) => `n${String(index).padStart(2, '0')}`);
  const edges = nodes.flatMap((from) => nodes.filter((to) => to > from).map((to) => ({ from, to })));
  const started = performance.now();
  expect([...loopsOf(edges)]).toEqual([]);
  expect(performance.now() - started).toBeLessThan(1000);
});

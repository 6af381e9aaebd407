import { layOutGraph } from './graph-layout';

const columnsOf = (arrows: string[]) =>
  Object.fromEntries(layOutGraph(arrows).nodes.map(({ name, column }) => [name, column]));

it('puts what was made from something to the right of it', () => {
  expect(columnsOf(['train.csv → 1', '1 → 2', 'train.csv → 2'])).toEqual({ 'train.csv': 0, '1': 1, '2': 2 });
});

it('gives nodes of one column rows of their own', () => {
  const { nodes, rows } = layOutGraph(['a → b', 'a → c']);
  expect(rows).toBe(2);
  expect(new Set(nodes.map(({ column, row }) => `${column}:${row}`)).size).toBe(3);
});

it('comes to an end on a loop', () => {
  expect(layOutGraph(['a → b', 'b → a']).nodes).toHaveLength(2);
});

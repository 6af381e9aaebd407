import { clustersOf } from './clusters.js';

const pair = (left: string, right: string, similarity: number) => ({ left, right, similarity });

it('joins who is connected through others, largest group first', () => {
  const pairs = [pair('a', 'b', 0.9), pair('c', 'd', 0.8), pair('e', 'd', 0.7), pair('b', 'x', 0.3)];
  expect(clustersOf(pairs, 0.5).map((group) => group.toSorted())).toEqual([
    ['c', 'd', 'e'],
    ['a', 'b'],
  ]);
});

it('leaves out students whose pairs are below the limit', () => {
  expect(clustersOf([pair('a', 'b', 0.2)], 0.5)).toEqual([]);
});

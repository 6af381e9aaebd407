import { reordered } from './reordered';

it('moves one entry by one place, and none over an end', () => {
  expect(reordered(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(reordered(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(reordered(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(reordered(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

import { zipped } from './zipped.js';

it('makes rows of their columns, none of none, and nothing less of what is null', () => {
  expect(zipped({ id: ['a', 'b'], points: [1, null] })).toEqual([
    { id: 'a', points: 1 },
    { id: 'b', points: null },
  ]);
  expect(zipped({ id: [], points: [] })).toEqual([]);
});

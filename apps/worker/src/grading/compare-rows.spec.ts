import { compareRows } from './compare-rows.js';

const table = (...rows: string[]) => Buffer.from(['id,probability', ...rows, ''].join('\n'));

it('counts the rows that changed, and says by how much at most', () => {
  const then = table('a,0.25', 'b,0.5', 'c,1');
  expect(compareRows(then, then)).toEqual({ count: 3, changed: 0, largest: 0 });
  expect(compareRows(then, table('a,0.25', 'b,0.75', 'c,0.875'))).toEqual({
    count: 3,
    changed: 2,
    largest: 0.25,
  });
});

it('knows no distance between words', () => {
  expect(compareRows(table('a,yes'), table('a,no'))).toEqual({ count: 1, changed: 1, largest: null });
  expect(compareRows(table('a,1,2'), table('a,1'))).toEqual({ count: 1, changed: 1, largest: null });
});

it('does not compare tables of another shape, or what is no table', () => {
  expect(compareRows(table('a,1'), table('a,1', 'b,2'))).toBeNull();
  expect(compareRows(table('a,1'), Buffer.from('key,value\na,1\n'))).toBeNull();
});

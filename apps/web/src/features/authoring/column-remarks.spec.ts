import { remarksOn } from './column-remarks';

type Column = Parameters<typeof remarksOn>[0];

const shape: Column = { name: 'a', kind: 'TEXT', isWhole: false, missing: 0, distinct: 5, bins: [] };
const table = {
  rows: 10,
  copies: 0,
  columnCount: 2,
  columns: [],
  comparedTargets: ['y'],
  determined: [{ column: 'a', target: 'y', size: 0.97 }],
  images: null,
};
const kindsOf = (more: Partial<Column>, target = 'y') =>
  remarksOn({ ...shape, ...more }, table, target).map(({ kind }) => kind);

describe('what is remarked on a column', () => {
  it('is that it gives away the outcome that was chosen, and no other', () => {
    expect(kindsOf({})).toEqual(['tellsTarget']);
    expect(kindsOf({}, 'z')).toEqual([]);
  });

  it.each([
    [{ name: 'b', distinct: 10 }, ['namesRows']],
    [{ name: 'b', distinct: 1 }, ['constant']],
    [{ name: 'b', missing: 6 }, ['mostlyMissing']],
    [{ name: 'y' }, ['target']],
  ])('of %j is %j', (more, kinds) => {
    expect(kindsOf(more)).toEqual(kinds);
  });
});

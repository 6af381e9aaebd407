import { columnProfiles, profileOf } from './column-profiles.js';

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);

function shapeOf(values: string[]) {
  const profile = profileOf(values);
  if (!profile) throw new Error('no profile');
  return profile;
}

it('counts numbers in bins of equal width and leaves none out', () => {
  const { rows, missing, bins } = shapeOf([...Array(24).keys()].map(String).concat('', 'NA'));
  expect({ rows, missing }).toEqual({ rows: 26, missing: 2 });
  expect(bins.map(({ count }) => count)).toEqual(Array(12).fill(2));
  expect([bins[0]?.low, bins[11]?.high]).toEqual([0, 23]);
});

it('names the most frequent values and puts the others together', () => {
  const values = [...'abcdefghij'].flatMap((name, place) => Array<string>(20 - place).fill(name));
  const { bins } = shapeOf(values);
  expect(bins.map(({ label, count }) => [label, count])).toEqual([
    ...[...'abcdefg'].map((name, place) => [name, 20 - place]),
    [null, 13 + 12 + 11],
  ]);
});

it('takes a number with few values for names, and survives a column without any', () => {
  expect(shapeOf(['1', '0', '1']).bins).toMatchObject([{ label: '1' }, { label: '0' }]);
  expect(profileOf(['', ''])).toEqual({ rows: 2, missing: 2, bins: [] });
});

it('has nothing to show of names that differ in every row', () => {
  expect(profileOf([...'abcdefghij'])).toBeNull();
});

it('profiles a column where most rows of it are, and no column that the dictionary does not name', () => {
  const profiles = columnProfiles(
    new Map([
      ['data/sample.csv', csv('age,secret', '1,2')],
      ['data/train.csv', csv('id,age', '"a, b",30', 'c,40')],
      ['data/images.npz', Buffer.from('no table')],
    ]),
    ['age'],
  );
  expect([...profiles.keys()]).toEqual(['age']);
  expect(profiles.get('age')).toMatchObject({ rows: 2, bins: [{ label: '30' }, { label: '40' }] });
});

import { isPlaceSlug, isTimeZone } from './organizations.js';

it.each(['autumn', 'autumn-2026', '2026', 'a1'])('takes %s as a part of addresses', (slug) => {
  expect(isPlaceSlug(slug)).toBe(true);
});

it.each(['', 'a', 'Autumn', '-autumn', 'autumn-', 'a--b', 'a_b', 'a/b', 'x'.repeat(41), 'größe'])(
  'takes %p for no part of addresses',
  (slug) => {
    expect(isPlaceSlug(slug)).toBe(false);
  },
);

it('knows clocks by their names, and no offsets or abbreviations', () => {
  for (const name of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])
    expect([name, isTimeZone(name)]).toEqual([name, true]);
  for (const name of ['', 'Europe', 'Europe/Nowhere', '+02:00', 'CEST', 'europe/berlin; DROP'])
    expect([name, isTimeZone(name)]).toEqual([name, false]);
});

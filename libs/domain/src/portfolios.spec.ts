import { isPortfolioSlug, percentileOf } from './portfolios.js';

it.each([
  ['sam-okafor', true],
  ['a1b2', true],
  ['share', false],
  ['abc', false],
  ['-sam', false],
  ['sam--okafor', false],
  ['Sam-Okafor', false],
  ['a'.repeat(61), false],
])('says whether a portfolio may lie at %s', (slug, expected) => {
  expect(isPortfolioSlug(slug)).toBe(expected);
});

it('counts those with less, and half of those with the same', () => {
  expect(percentileOf({ others: 4, less: 3, equal: 0 })).toBe(75);
  expect(percentileOf({ others: 4, less: 2, equal: 1 })).toBe(62.5);
  expect(percentileOf({ others: 4, less: 0, equal: 0 })).toBe(0);
  expect(percentileOf({ others: 4, less: 4, equal: 0 })).toBe(100);
});

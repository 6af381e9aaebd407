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
  const others = [50, 60, 70, 80];
  expect(percentileOf(75, others)).toBe(75);
  expect(percentileOf(70, others)).toBe(62.5);
  expect(percentileOf(40, others)).toBe(0);
  expect(percentileOf(90, others)).toBe(100);
});

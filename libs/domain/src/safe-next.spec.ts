import { safeNext } from './safe-next.js';

it('keeps a path of this site', () => {
  expect(safeNext('/runs/1?tab=log')).toBe('/runs/1?tab=log');
});

it.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  undefined,
  ['/a', '/b'],
])('leads home for %p', (next) => {
  expect(safeNext(next)).toBe('/');
});

import { nearestName } from './nearest-name.js';

it.each([
  ['passmark', 'passMark'],
  ['tilte', 'title'],
  ['tem', null],
  ['datasets', 'dataset'],
  ['zzz', null],
])('takes %s for %s', (typed, meant) => {
  expect(nearestName(typed, ['title', 'passMark', 'template', 'dataset'])).toBe(meant);
});

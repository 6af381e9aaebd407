import { boardChoice, boardPath } from './board-path';

it('leads back to what an address chose', () => {
  for (const choice of [
    { slug: 'risk', isPrivate: false, cohort: null, after: null },
    { slug: 'risk', isPrivate: true, cohort: 'spring', after: 'abc_-' },
  ]) {
    const [, query = ''] = boardPath(choice).split('?');
    expect(boardChoice('risk', Object.fromEntries(new URLSearchParams(query)))).toEqual(choice);
  }
});

it('takes an address with doubled or empty parts for the plain board', () => {
  expect(boardChoice('risk', { board: ['private', 'x'], cohort: '' })).toMatchObject({
    isPrivate: false,
    cohort: null,
  });
});

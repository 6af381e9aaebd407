import { reproductionsOf } from './reproductions.js';
import type { Sources } from './sources.js';

const ADDRESS = 'https://academy.example/issuers/demo/receipts/abc';
const answering = (text: string | null): Sources => ({
  byAddress: (url) => Promise.resolve(url === `${ADDRESS}/reproductions` ? text : null),
  byDigest: () => Promise.resolve(null),
});

it('reads what an issuer says came of running a result again', async () => {
  const reproductions = [{ verdict: 'IDENTICAL', at: '2026-03-01T12:00:00.000Z' }];
  expect(await reproductionsOf(ADDRESS, answering(JSON.stringify({ reproductions })))).toEqual(reproductions);
});

it.each([null, '', '{}', '{"reproductions":[{"verdict":"GREAT","at":"2026-03-01T12:00:00.000Z"}]}'])(
  'takes %j for an issuer that says nothing',
  async (text) => {
    expect(await reproductionsOf(ADDRESS, answering(text))).toBeNull();
  },
);

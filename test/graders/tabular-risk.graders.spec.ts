import { Bench, breaches, expectations } from '../support/fixtures.js';

let bench: Bench;

beforeAll(async () => {
  bench = await Bench.create();
}, 60_000);
afterAll(() => bench?.close());

describe('every fixture of tabular-risk, in the sandbox', () => {
  it.each(Object.entries(expectations()))('%s ends as expected', async (name, expected) => {
    expect(breaches(expected, await bench.gradeFixture(name, expected))).toEqual([]);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allFixtures, breaches, type Expectation } from '../support/expectations.js';
import { Bench } from '../support/fixtures.js';
import { outcomeOf, tableOf, wordsOf, type FixtureRow } from '../support/fixture-table.js';

const TABLE = path.resolve(import.meta.dirname, '../.artifacts/graders-table.txt');
/** Slugs, with commas between: only these graders. */
const chosen = process.env['GRADERS']?.split(',');
const graders = allFixtures().filter(({ slug }) => !chosen || chosen.includes(slug));

const rows: FixtureRow[] = [];
mkdirSync(path.dirname(TABLE), { recursive: true });
afterAll(() => process.stdout.write(`\n${tableOf(rows)}\n`));

describe.each(graders)('fixtures of $slug, in the sandbox', ({ slug, folder, fixtures }) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.create(folder);
  });
  afterAll(() => bench?.close());

  const cases = Object.entries(fixtures);

  it.each(cases)('%s ends as expected', async (name, expected) => {
    const graded = await bench.gradeFixture(name, expected);
    note(name, expected, graded);
    expect(breaches(expected, graded)).toEqual([]);
  });

  const local = cases.filter(([, expected]) => expected.local);
  if (local.length === 0) return;

  it.each(local)('%s ends the same in the local check', async (name, expected) => {
    // What was measured on the platform, or on its hidden rows, is unknown to a check on the student's own machine.
    const { measured: _measured, metric: _hidden, ...stated } = expected;
    const graded = await bench.checkFixture(name, stated);
    note(`${name} (local check)`, stated, graded);
    expect(breaches(stated, graded)).toEqual([]);
  });

  function note(fixture: string, expected: Expectation, graded: Awaited<ReturnType<Bench['grade']>>): void {
    const isAsExpected = breaches(expected, graded).length === 0;
    rows.push({
      grader: slug,
      fixture,
      expected: wordsOf(expected),
      got: outcomeOf(expected, graded),
      isAsExpected,
    });
    // As it stands, for whoever waits: all of them take long.
    writeFileSync(TABLE, `${tableOf(rows)}\n`);
  }
});

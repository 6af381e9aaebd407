import { createDatabase, leaderboardPage, runPage, type Database, type Tx } from '@holdout/db';
import { crowd } from '../support/crowd.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { rowsRead as rowsReadIn } from '../support/rows-read.js';
import { arrangeSchool, inSchool, type School } from '../support/school.js';

const FEW = 1_000;
const MANY = 20_000;
const PAGE = { first: 20 };

let test: TestDatabase;
let api: Database;
let school: School;

beforeAll(async () => {
  test = await freshDatabase();
  api = createDatabase({ url: test.apiUrl, max: 2 });
  school = await arrangeSchool(test, 'crowded');
});
afterAll(async () => {
  await api.close();
  await test.drop();
});

const rowsRead = (work: (tx: Tx) => Promise<unknown>) => rowsReadIn(api, school, work);

/** Rows that each page reads, and what stands in the middle of the lists. */
async function measured() {
  const board = { assignmentVersionId: school.versionId, split: 'PUBLIC_TEST' as const, cohortId: null };
  const deep = await inSchool(api, school, async (tx) => ({
    run: await tx.run.findFirstOrThrow({ orderBy: { queuedAt: 'asc' }, skip: 100 }),
    entry: await tx.leaderboardEntry.findFirstOrThrow({ orderBy: { value: 'asc' }, skip: 100 }),
  }));
  const { student, run, entry } = { ...deep, student: deep.run.studentId };
  return {
    runsOfAll: await rowsRead((tx) => runPage(tx, {}, PAGE)),
    runsFarDown: await rowsRead((tx) => runPage(tx, {}, { ...PAGE, after: run.id })),
    runsOfOne: await rowsRead((tx) => runPage(tx, { readerId: student }, PAGE)),
    board: await rowsRead((tx) => leaderboardPage(tx, board, { ...PAGE, after: null })),
    boardFarDown: await rowsRead((tx) => leaderboardPage(tx, board, { ...PAGE, after: entry })),
  };
}

it('reads as much for a page among many submissions as among few', async () => {
  await crowd(test, school, FEW);
  const few = await measured();
  await crowd(test, school, MANY);
  const many = await measured();
  const most = Object.fromEntries(Object.entries(few).map(([page, rows]) => [page, 2 * rows + PAGE.first]));
  const grown = Object.entries(many).filter(([page, rows]) => rows > (most[page] ?? 0));
  expect({ grown, few, many }).toEqual({ grown: [], few, many });
});

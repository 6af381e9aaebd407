import { createDatabase, leaderboardPage, runPage, type Database, type Tx } from '@holdout/db';
import { crowd } from '../support/crowd.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
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

/** How many rows of the large tables the queries of `work` touch, as PostgreSQL counts them. */
function rowsRead(work: (tx: Tx) => Promise<unknown>): Promise<number> {
  return inSchool(api, school, async (tx) => {
    const before = await counted(tx);
    await work(tx);
    return (await counted(tx)) - before;
  });
}

async function counted(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ read: number }[]>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
    WHERE relname IN ('runs', 'submissions', 'scores', 'leaderboard_entries')`;
  return row?.read ?? 0;
}

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

import {
  createDatabase,
  newId,
  nextToReview,
  reviewQueuePage,
  reviewQueueRow,
  type Database,
  type QueueRow,
  type Tx,
} from '@holdout/db';
import pg from 'pg';
import { crowd } from '../support/crowd.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { rowsRead } from '../support/rows-read.js';
import { arrangeSchool, inSchool, type School } from '../support/school.js';

const SUBMISSIONS = 500;
/** Its run, its submission, and its scores for what counts, what it shows and the order: what a step may read of each work. */
const ROWS_OF_EACH = 8;

let test: TestDatabase;
let api: Database;
let school: School;

beforeAll(async () => {
  test = await freshDatabase();
  api = createDatabase({ url: test.apiUrl, max: 2 });
  school = await arrangeSchool(test, 'graded');
  await crowd(test, school, SUBMISSIONS);
  const client = new pg.Client(test.adminUrl);
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; UPDATE runs SET kind = 'CERTIFICATION', is_counted = true; ANALYZE runs`); // prettier-ignore
  } finally {
    await client.end();
  }
});
afterAll(async () => {
  await api?.close();
  await test?.drop();
});

const queue = () => ({ assignmentId: school.assignmentId, graderId: newId(), gradersPerRun: 1 });
const page = (tx: Tx, after: string | null) =>
  reviewQueuePage(tx, { ...queue(), filter: 'WAITING' }, { first: 50, after });

it('leads through 500 submissions from page to page, each once', async () => {
  const seen: QueueRow[] = [];
  let hasMore = true;
  while (hasMore) {
    const after = seen.at(-1)?.runId ?? null;
    const { rows, hasNextPage } = await inSchool(api, school, (tx) => page(tx, after));
    seen.push(...rows);
    hasMore = hasNextPage;
  }
  expect(new Set(seen.map(({ runId }) => runId)).size).toBe(SUBMISSIONS);
  expect(seen.map(({ place }) => place)).toEqual(Array.from({ length: SUBMISSIONS }, (_, at) => at + 1));
  expect(seen[249]).toMatchObject({ previousRunId: seen[248]?.runId, nextRunId: seen[250]?.runId, total: SUBMISSIONS }); // prettier-ignore
});

// Counted in rows, not in time: the same on every machine, and many times as much where a plan looks at each for each.
it('reads each work a few times at most for a page, for a submission and for the one that is next', async () => {
  const [middle] = (await inSchool(api, school, (tx) => page(tx, null))).rows.slice(25);
  if (!middle) throw new Error('The queue is empty.');
  const read = {
    page: await rowsRead(api, school, (tx) => page(tx, middle.runId)),
    submission: await rowsRead(api, school, (tx) => reviewQueueRow(tx, queue(), middle.runId)),
    next: await rowsRead(api, school, (tx) => nextToReview(tx, queue(), middle)),
  };
  const most = ROWS_OF_EACH * SUBMISSIONS;
  expect({ read, tooMuch: Object.values(read).filter((rows) => rows > most || rows === 0) }).toEqual({ read, tooMuch: [] }); // prettier-ignore
});

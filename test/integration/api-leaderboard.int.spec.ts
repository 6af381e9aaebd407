import { ApiLab, DEMO } from '../support/api-lab.js';

const STUDENTS = 120;
const BOARD = `query ($board: LeaderboardBoard = PUBLIC, $cohort: String, $first: Int = 50, $after: String) {
  leaderboard(assignmentSlug: "tabular-risk", board: $board, cohortSlug: $cohort, first: $first, after: $after) {
    rows { id rank band name points isViewer runId publicRank student { name } }
    pageInfo { hasNextPage endCursor } ownPlace { rank points } ownChange { isReleased message } isPrivateOpen
  }
}`;

interface Row {
  id: string;
  rank: number;
  band: number;
  name: string;
  points: number;
  isViewer: boolean;
  runId: string | null;
  publicRank: number | null;
  student: { name: string } | null;
}
interface Board {
  leaderboard: {
    rows: Row[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    ownPlace: { rank: number; points: number } | null;
    ownChange: { isReleased: boolean; message: string } | null;
    isPrivateOpen: boolean;
  };
}

let lab: ApiLab;
let student: string;
let instructor: string;

/** Scored runs of so many people, the demo student among them; points fall from 99 by half a point, two people to each. */
async function scoreEveryone(kind: 'PRACTICE' | 'CERTIFICATION', split: string): Promise<void> {
  const ladder =
    kind === 'PRACTICE'
      ? `'{"isReleased": true, "shownPoints": 1, "shownRunId": "x", "message": "New."}'`
      : 'NULL';
  await lab.sql(
    `WITH version AS (
       SELECT v.id, v.assignment_id, r.id AS rubric FROM assignment_versions v
       JOIN rubric_versions r ON r.assignment_version_id = v.id WHERE v.organization_id = $1
     ), people AS (
       SELECT n, CASE WHEN n = 60 THEN (SELECT user_id FROM enrollments WHERE organization_id = $1 ORDER BY created_at LIMIT 1)
         ELSE ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid END AS student FROM generate_series(1, ${STUDENTS}) n
     ), subs AS (
       INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
       SELECT gen_random_uuid(), $1, assignment_id, student, 'd', 1, n::text FROM version, people
       RETURNING id, student_id, file_name::int AS n
     ), done AS (
       INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, status, outcome, seed, finished_at)
       SELECT gen_random_uuid(), $1, subs.id, version.id, student_id, '${kind}', 'FINISHED', 'SCORED', n, now() FROM subs, version
       RETURNING id, seed AS n
     )
     INSERT INTO scores (id, organization_id, run_id, rubric_version_id, split, value, low, high, pass_mark, is_passed,
       is_provisional, anchors_source, criteria, gates, findings, slices, plots, resampled_points, ladder)
     SELECT gen_random_uuid(), $1, done.id, version.rubric, '${split}', 99 - n / 2, 90 - n / 2, 100 - n / 2, 70, true, false,
       'SHIPPED', '[]', '[]', '[]', '[]', '[]', ARRAY[98 - n / 2, 100 - n / 2, 98.5 - n / 2, 99.5 - n / 2]::float8[], ${ladder}
     FROM done, version`,
    [DEMO],
  );
}

const read = async (cookie: string, variables: object = {}) => {
  const { data, errors } = await lab.ask<Board>({ cookie }, BOARD, { ...variables });
  expect(errors).toBeUndefined();
  return data!.leaderboard;
};

beforeAll(async () => {
  lab = await ApiLab.start();
  await scoreEveryone('PRACTICE', 'PUBLIC_TEST');
  student = await lab.signIn('student@demo.holdout');
  instructor = await lab.signIn('instructor@demo.holdout');
});
afterAll(() => lab?.stop());

it('pages through everyone once, with ranks and bands that go on from page to page', async () => {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Board['leaderboard'] = await read(student, { after });
    rows.push(...page.rows);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(STUDENTS);
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    expect(row.points).toBeLessThanOrEqual(above?.points ?? 100);
    expect(row.rank).toBe(above && above.points === row.points ? above.rank : index + 1);
    expect(row.band).toBeGreaterThanOrEqual(above?.band ?? 1);
    expect(row.band).toBeLessThanOrEqual((above?.band ?? 0) + 1);
  }
  expect(rows.at(-1)?.band).toBeGreaterThan(3);
});

it('places a page anew when something on it has changed', async () => {
  const top = async () => (await read(student, { first: 3 })).rows;
  const before = await top();
  expect(await top()).toEqual(before);
  const [first, second] = before;
  const move = (points: number) =>
    lab.sql('UPDATE leaderboard_entries SET value = $2 WHERE id = $1', [first?.id, points]);
  await move(1);
  expect((await top())[0]).toMatchObject({ id: second?.id, rank: 1, band: 1 });
  await move(first?.points ?? 0);
  expect(await top()).toEqual(before);
});

it('tells a student their place and their own run alone, and what their latest score changed', async () => {
  const board = await read(student, { first: 100 });
  const known = board.rows.filter(({ runId, student: person }) => runId !== null || person !== null);
  expect(known).toMatchObject([{ isViewer: true }]);
  expect(board.ownPlace).toMatchObject({ rank: known[0]?.rank, points: known[0]?.points });
  expect(board.ownChange).toEqual({ isReleased: true, message: 'New.' });
  const staff = await read(instructor, { first: 100 });
  expect(staff.rows.every(({ runId, student: person }) => runId !== null && person !== null)).toBe(true);
});

it('calls a student what they chose, to other students', async () => {
  const CHOOSE = 'mutation ($name: String) { setPseudonym(name: $name) }';
  const nameOf = async (cookie: string) =>
    (await read(cookie, { first: 100 })).rows.find(({ points }) => points === 69)?.name;
  const choose = (name: string | null, cookie = student) => lab.ask({ cookie }, CHOOSE, { name });
  expect((await choose('  Night   Owl ')).data).toEqual({ setPseudonym: 'Night Owl' });
  const rows = (await read(instructor, { first: 100 })).rows.filter(({ name }) => name === 'Night Owl');
  expect(rows).toMatchObject([{ student: { name: expect.not.stringMatching('Night Owl') as string } }]);
  for (const name of ['x', '<b>bold</b>', 'a'.repeat(41), '\u202Eabc'])
    expect((await choose(name)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect((await choose(null)).data).toEqual({ setPseudonym: null });
  expect(await nameOf(student)).not.toBe('Night Owl');
  expect((await choose('Owl', instructor)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await choose('Owl', '')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

it('keeps the private board from students until the assignment closes, then shows who moved', async () => {
  await scoreEveryone('CERTIFICATION', 'PRIVATE_TEST');
  expect((await read(student)).isPrivateOpen).toBe(false);
  expect(await lab.codeOf({ cookie: student }, BOARD, { board: 'PRIVATE' })).toBe('FORBIDDEN');
  expect((await read(instructor, { board: 'PRIVATE' })).rows[0]).toMatchObject({ rank: 1, publicRank: 1 });
  await lab.sql(
    `UPDATE cohort_assignments SET closes_at = now() - interval '1 hour' WHERE organization_id = $1`,
    [DEMO],
  );
  const board = await read(student, { board: 'PRIVATE' });
  expect(board.isPrivateOpen).toBe(true);
  expect(board.rows[0]).toMatchObject({ rank: 1, publicRank: 1, runId: null });
});

it('compares within a cohort of the student, and with nobody outside', async () => {
  const [cohort] = await lab.sql<{ slug: string }>(
    'SELECT slug FROM cohorts WHERE organization_id = $1 LIMIT 1',
    [DEMO],
  );
  const { rows, ownPlace } = await read(student, { cohort: cohort?.slug });
  expect(rows).toMatchObject([{ isViewer: true, rank: 1, band: 1 }]);
  expect(ownPlace?.rank).toBe(1);
  expect(await lab.codeOf({ cookie: student }, BOARD, { cohort: 'elsewhere' })).toBe('NOT_FOUND');
  expect(await lab.codeOf({ cookie: student }, BOARD, { after: 'made up' })).toBe('BAD_USER_INPUT');
  expect(await lab.codeOf({}, BOARD)).toBe('UNAUTHENTICATED');
  const other = await lab.signIn('student@other.holdout');
  expect((await read(other)).rows).toEqual([]);
});

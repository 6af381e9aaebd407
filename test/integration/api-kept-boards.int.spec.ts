import {
  addMembership,
  createDatabase,
  enroll,
  leaderboardPage,
  newId,
  PersonalData,
  rankOf,
  type Database,
  type Tx,
} from '@holdout/db';
import pg from 'pg';
import { ApiLab, DEMO, OTHER } from '../support/api-lab.js';
import { documentNamed } from '../support/built-documents.js';
import { certifiedRun } from '../support/certified-run.js';
import { admitStudents } from '../support/lab-students.js';
import { until } from '../support/until.js';

const SLUG = 'tabular-risk';
/** Only what the web asks to read is answered from what was kept; the same text with a space more is not the web's. */
const KEPT = documentNamed('Leaderboard');
const FRESH = `${KEPT} `;

interface Row {
  name: string;
  points: number;
  isViewer: boolean;
  runId: string | null;
}
interface Board {
  leaderboard: { rows: Row[]; ownPlace: object | null; ownChange: { message: string } | null };
}
type Who = 'student' | 'instructor' | 'foreign';
interface Asked {
  board?: 'PUBLIC' | 'PRIVATE';
  cohortSlug?: string;
}

let lab: ApiLab;
let databases: { api: Database; worker: Database };
let cookies: Record<Who, string>;
let people: Record<'sam' | 'fellow' | 'cy' | 'di' | 'ed' | 'nora', string>;
let cohort: { id: string; slug: string };

const ask = async (query: string, who: Who, asked: Asked) => {
  const variables = { assignmentSlug: SLUG, board: 'PUBLIC', first: 50, ...asked };
  const { data, errors } = await lab.ask<Board>({ cookie: cookies[who] }, query, variables);
  expect(errors).toBeUndefined();
  return data!;
};
const kept = (asked: Asked = {}, who: Who = 'student') => ask(KEPT, who, asked);
const fresh = (asked: Asked = {}, who: Who = 'student') => ask(FRESH, who, asked);
const namesOn = async (asked: Asked, who: Who) =>
  (await kept(asked, who)).leaderboard.rows.map(({ name }) => name);

const idOf = async (email: string) =>
  (await lab.sql<{ id: string }>(`SELECT id::text FROM auth."user" WHERE email = $1`, [email]))[0]?.id ?? '';
const score = (
  studentId: string,
  points: number,
  kind: 'PRACTICE' | 'CERTIFICATION',
  organizationId = DEMO,
) => certifiedRun(databases, { organizationId, studentId, assignmentSlug: SLUG, points, kind });

beforeAll(async () => {
  lab = await ApiLab.start();
  databases = lab.openDatabases();
  cookies = await lab.signInAll({
    student: 'student@demo.holdout',
    instructor: 'instructor@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
  const [cy = '', di = '', ed = ''] = await admitStudents(lab, databases.api, ['Cy', 'Di', 'Ed']);
  const [sam, fellow] = [await idOf('student@demo.holdout'), await idOf('sample@demo.holdout')];
  people = { sam, fellow, cy, di, ed, nora: await idOf('student@other.holdout') };
  [cohort = { id: '', slug: '' }] = await lab.sql<{ id: string; slug: string }>(
    'SELECT id, slug FROM cohorts WHERE organization_id = $1',
    [DEMO],
  );
  for (const [at, id] of [sam, fellow, cy, di, ed].entries()) {
    await score(id, 50 - at, 'PRACTICE');
    await score(id, 80 - at, 'CERTIFICATION');
  }
  await score(people.nora, 99, 'PRACTICE', OTHER);
  // The private board opens to students when the assignment closes.
  await lab.sql(`UPDATE cohort_assignments SET closes_at = now() - interval '1 minute'`);
}, 120_000);
afterAll(async () => {
  await Promise.all([databases?.api.close(), databases?.worker.close()]);
  await lab?.stop();
});

it('keeps a page: a change that nobody notes is not seen', async () => {
  const before = await kept();
  expect(before.leaderboard.rows).toMatchObject([
    { name: 'Sam Okafor', isViewer: true },
    { name: 'Bundled reference', isViewer: false, runId: null },
    { name: 'Cy' },
    { name: 'Di' },
    { name: 'Ed' },
  ]);
  await lab.sql(`SET session_replication_role = replica; UPDATE leaderboard_entries SET value = value + 1`);
  expect(await kept()).toEqual(before);
  expect((await fresh()).leaderboard.rows[0]?.points).toBe(51);
});

const PUBLIC = { board: 'PUBLIC' } as const;
const PRIVATE = { board: 'PRIVATE' } as const;
const TEAM = '00000000-0000-7000-8000-00000000000a';
const entered = (points: number) => `INSERT INTO leaderboard_entries
  (organization_id, assignment_version_id, split, student_id, run_id, score_id, value, low, high)
  SELECT organization_id, assignment_version_id, split, gen_random_uuid(), run_id, score_id, ${points}, low, high
  FROM leaderboard_entries WHERE split = 'PUBLIC_TEST' AND organization_id = '${DEMO}' LIMIT 1`;
const renamed = async () => {
  const [key] = await lab.sql<{ wrapped_key: Buffer }>(
    'SELECT wrapped_key FROM user_keys WHERE user_id = $1',
    [people.fellow],
  );
  const name = new PersonalData('ab'.repeat(32)).encrypt(
    people.fellow,
    key?.wrapped_key ?? Buffer.of(),
    'New',
  );
  await lab.sql('UPDATE users SET display_name = $2 WHERE id = $1', [people.fellow, name]);
};
/** A run of a student that takes the place of another one's, which is not decided yet. */
const rerun = () => `WITH asked AS (
    INSERT INTO reruns (id, organization_id, assignment_id, cohort_id, assignment_version_id, requested_by_id)
    SELECT gen_random_uuid(), v.organization_id, v.assignment_id, '${cohort.id}', v.id, '${people.sam}'
    FROM assignment_versions v WHERE v.organization_id = '${DEMO}' RETURNING id
  )
  INSERT INTO rerun_works (id, organization_id, rerun_id, student_id, original_run_id, run_id, position, is_sample)
  SELECT gen_random_uuid(), '${DEMO}', asked.id, '${people.fellow}', (${certified(people.sam)}), (${certified(people.fellow)}), 1, false
  FROM asked`;
const certified = (studentId: string) =>
  `SELECT id FROM runs WHERE student_id = '${studentId}' AND kind = 'CERTIFICATION'`;

/** Statements, or what is done; the viewer is a student. */
const CHANGES: readonly [what: string, asked: Asked, change: () => string | Promise<unknown>][] = [
  [
    'other points',
    PUBLIC,
    () => `UPDATE leaderboard_entries SET value = 60 WHERE student_id = '${people.cy}'`,
  ],
  ['a rank on the public board', PRIVATE, () => entered(70)],
  ['a new entry', PUBLIC, () => entered(75)],
  ['an entry that is gone', PUBLIC, () => 'DELETE FROM leaderboard_entries WHERE value = 75'],
  [
    'what the Ladder says',
    PUBLIC,
    () => `INSERT INTO scores SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'created_at', now(),
        'ladder', s.ladder || '{"isReleased": false, "message": "No news."}'))).*
      FROM scores s JOIN runs r ON r.id = s.run_id WHERE r.student_id = '${people.sam}' AND r.kind = 'PRACTICE'`,
  ],
  [
    'a pseudonym',
    PUBLIC,
    () =>
      `INSERT INTO pseudonyms (id, organization_id, user_id, name) VALUES (gen_random_uuid(), '${DEMO}', '${people.fellow}', 'Owl')`,
  ],
  ['another pseudonym', PUBLIC, () => `UPDATE pseudonyms SET name = 'Night Owl'`],
  ['that a pseudonym was given up', PUBLIC, () => 'DELETE FROM pseudonyms'],
  ['another name', PUBLIC, renamed],
  ['that a key was deleted', PUBLIC, () => `DELETE FROM user_keys WHERE user_id = '${people.cy}'`],
  ['that a name was deleted', PUBLIC, () => `UPDATE users SET display_name = NULL WHERE id = '${people.di}'`],
  ['that somebody left', PUBLIC, () => `DELETE FROM memberships WHERE user_id = '${people.ed}'`],
  [
    'who was withdrawn',
    {},
    () => `UPDATE enrollments SET withdrawn_at = now() WHERE user_id = '${people.cy}'`,
  ],
  ['who is back', {}, () => `UPDATE enrollments SET withdrawn_at = NULL WHERE user_id = '${people.cy}'`],
  ['who is in it no more', {}, () => `DELETE FROM enrollments WHERE user_id = '${people.ed}'`],
  [
    'who is new in it',
    {},
    () =>
      lab.owner.inTenant({ organizationId: DEMO, userId: null }, (tx) =>
        enroll(tx, { organizationId: DEMO, cohortId: cohort.id, userId: people.ed }),
      ),
  ],
  [
    'a team',
    PUBLIC,
    () => `INSERT INTO teams (id, organization_id, assignment_id, cohort_id, name, join_code)
      SELECT '${TEAM}', '${DEMO}', a.id, '${cohort.id}', 'Four', 'ABCDEFGHIJKL' FROM assignments a
      WHERE a.organization_id = '${DEMO}' AND a.slug = '${SLUG}';
      UPDATE leaderboard_entries SET team_id = '${TEAM}' WHERE student_id = '${people.cy}'`,
  ],
  ['the name of a team', PUBLIC, () => `UPDATE teams SET name = 'Five'`],
  [
    'that the viewer is in a team',
    PUBLIC,
    () => `INSERT INTO team_members (organization_id, team_id, assignment_id, user_id)
      SELECT organization_id, id, assignment_id, '${people.sam}' FROM teams`,
  ],
  ['that the viewer is in it no more', PUBLIC, () => 'DELETE FROM team_members'],
  ['that a re-run is not decided', PRIVATE, rerun],
  [
    'that it is',
    PRIVATE,
    () => `UPDATE reruns SET status = 'COMMITTING', reason = 'Asked for.', decided_by_id = requested_by_id, decided_at = now();
      UPDATE rerun_works SET committed_at = now()`,
  ],
  [
    'when the private board opens',
    PRIVATE,
    () => `UPDATE cohort_assignments SET closes_at = now() - interval '2 minutes'`,
  ],
  ['the name of a cohort', PUBLIC, () => `UPDATE cohorts SET name = 'Late cohort'`],
  ['that grades are held', PRIVATE, () => 'UPDATE cohort_assignments SET is_held = true'],
  ['that they are released', PRIVATE, () => 'UPDATE cohort_assignments SET is_held = false'],
];

it.each(CHANGES)('shows at once %s', async (_, asked, change) => {
  const variables = asked.board ? asked : { cohortSlug: cohort.slug };
  const before = await kept(variables);
  const made = change();
  await (typeof made === 'string' ? lab.sql(made) : made);
  const after = await kept(variables);
  expect(after).not.toEqual(before);
  expect(after).toEqual(await fresh(variables));
});

it('gives a page that was read with more rights to nobody with fewer, and the other way round', async () => {
  await lab.sql('UPDATE cohort_assignments SET is_held = true');
  for (const turn of [1, 2]) {
    expect([turn, (await kept(PRIVATE, 'instructor')).leaderboard.rows.length]).toEqual([turn, 5]);
    expect([turn, (await kept(PRIVATE)).leaderboard]).toMatchObject([turn, { rows: [], ownPlace: null }]);
  }
  const assistant = { organizationId: DEMO, userId: people.sam, role: 'TEACHING_ASSISTANT' as const };
  await lab.owner.inTenant({ organizationId: DEMO, userId: null }, (tx) => addMembership(tx, assistant));
  expect((await kept(PRIVATE)).leaderboard.rows).toHaveLength(5);
  await lab.sql(`DELETE FROM memberships WHERE user_id = $1 AND role = 'TEACHING_ASSISTANT'`, [people.sam]);
  expect((await kept(PRIVATE)).leaderboard.rows).toEqual([]);
  await lab.sql('UPDATE cohort_assignments SET is_held = false');
});

it('tells each viewer what is theirs, of a page that all share', async () => {
  const own = (await kept(PRIVATE)).leaderboard.rows.filter(({ runId }) => runId !== null);
  expect(own).toMatchObject([{ name: 'Sam Okafor', isViewer: true }]);
  const all = (await kept(PRIVATE, 'instructor')).leaderboard;
  expect(all.rows.every(({ isViewer, runId }) => !isViewer && runId !== null)).toBe(true);
  expect(all.ownPlace).toBeNull();
});

it('shows an organization no board but its own', async () => {
  for (const turn of [1, 2]) {
    expect([turn, await namesOn(PUBLIC, 'foreign')]).toEqual([turn, ['Nora Whitfield']]);
    expect([turn, await namesOn(PUBLIC, 'instructor')]).not.toContain('Nora Whitfield');
  }
});

it('watches everything that a board is read from', async () => {
  const viewer = { organizationId: DEMO, userId: people.sam, isReadOnly: true };
  const [version] = await lab.sql<{ id: string }>(
    'SELECT id FROM assignment_versions WHERE organization_id = $1',
    [DEMO],
  );
  await lab.sql('UPDATE cohort_assignments SET is_held = true');
  // On a connection of its own, because the server counts for a connection.
  const api = createDatabase({ url: lab.test.apiUrl, max: 1 });
  const read = await api.inTenant(viewer, async (tx) => {
    for (const split of ['PUBLIC_TEST', 'PRIVATE_TEST'] as const) {
      const board = { assignmentVersionId: version?.id ?? '', split, cohortId: cohort.id };
      await leaderboardPage(tx, board, { first: 50, after: null });
      await rankOf(tx, board, people.sam);
    }
    return tx.$queryRaw<{ name: string }[]>`SELECT relname AS name FROM pg_stat_xact_user_tables
      WHERE schemaname = 'public' AND seq_scan + coalesce(idx_scan, 0) > 0 ORDER BY relname`;
  });
  await api.close();
  const watched = await lab.sql<{ name: string }>(`SELECT tgrelid::regclass::text AS name FROM pg_trigger
    WHERE tgname = 'board_change' AND tgenabled = 'O' AND tgdeferrable AND tginitdeferred ORDER BY 1`);
  // Nothing of these that is read changes once there is a score.
  const settled = ['assignment_versions', 'runs'];
  const changing = read.map(({ name }) => name).filter((name) => !settled.includes(name));
  expect(changing.length).toBeGreaterThan(5);
  expect(watched.map(({ name }) => name)).toEqual(expect.arrayContaining(changing));
});

it('stays as it was where a change is taken back', async () => {
  const revision = () => lab.sql('SELECT board_revision FROM organizations WHERE id = $1', [DEMO]);
  const before = await revision();
  const changed = lab.owner.inTenant({ organizationId: DEMO, userId: null }, async (tx) => {
    await tx.pseudonym.create({
      data: { id: newId(), organizationId: DEMO, userId: people.sam, name: 'Taken back' },
    });
    throw new Error('changed my mind');
  });
  await expect(changed).rejects.toThrow('changed my mind');
  expect(await revision()).toEqual(before);
});

it('lets transactions that change boards of an organization go on side by side until they commit', async () => {
  const speaks = { organizationId: DEMO, userId: null };
  const score = (tx: Tx, studentId: string, value: number) =>
    tx.leaderboardEntry.updateMany({ where: { studentId }, data: { value } });
  await databases.worker.inTenant(speaks, async (tx) => {
    await score(tx, people.sam, 11);
    // Would wait for the transaction around it, and so for ever, if that held the revision already.
    await databases.worker.inTenant(speaks, (other) => score(other, people.fellow, 12));
    expect((await kept()).leaderboard).toEqual((await fresh()).leaderboard);
  });
  const after = await kept();
  expect(after.leaderboard.ownPlace).toMatchObject({ points: 11 });
  expect(after).toEqual(await fresh());
});

it('lets those who wait for another to commit go on one after the other', async () => {
  const clients = await Promise.all(
    [people.sam, people.fellow, people.cy].map(async (id) => {
      const client = new pg.Client(lab.test.adminUrl);
      await client.connect();
      const change = () =>
        client.query('UPDATE leaderboard_entries SET value = value + 1 WHERE student_id = $1', [id]);
      return { client, change };
    }),
  );
  const [first, ...others] = clients;
  const reader = new pg.Client(lab.test.adminUrl);
  await reader.connect();
  try {
    // Somebody refers to the organization meanwhile, as whoever writes anything does.
    await reader.query('BEGIN');
    await reader.query('SELECT 1 FROM organizations WHERE id = $1 FOR KEY SHARE', [DEMO]);
    await first?.client.query('BEGIN');
    await first?.change();
    await first?.client.query('SET CONSTRAINTS ALL IMMEDIATE');
    const waiting = others.map(({ change }) => change());
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until(
      () => lab.sql(waits),
      ({ length }) => length === waiting.length,
    );
    await first?.client.query('COMMIT');
    expect((await Promise.all(waiting)).map(({ rowCount }) => rowCount)).toEqual([2, 2]);
  } finally {
    await Promise.all([reader, ...clients.map(({ client }) => client)].map((client) => client.end()));
  }
});

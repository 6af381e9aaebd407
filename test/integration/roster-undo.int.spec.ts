import type { RosterReport } from '@holdout/domain';
import { ApiLab, DEMO, PUBLIC_URL, SUBMIT } from '../support/api-lab.js';
import { invitationToken } from '../support/invitation-token.js';

interface Preview {
  import: {
    name: string;
    importedBy: string;
    mayUndo: boolean;
    undoneBy: string | null;
    undoReason: string | null;
  };
  counts: { effect: string; rows: number }[];
  rows: { line: number; person: string | null; cohortName: string | null; effect: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const PREVIEW = `query ($id: ID!, $first: Int, $after: String, $effect: RosterUndo) {
  rosterUndo(importId: $id, first: $first, after: $after, effect: $effect) {
    import { name importedBy mayUndo undoneBy undoReason } counts { effect rows }
    rows { line person cohortName effect } pageInfo { hasNextPage endCursor } } }`;
const UNDO =
  'mutation ($id: ID!, $reason: String!) { undoRosterImport(id: $id, reason: $reason) { undoneAt mayUndo } }';
const ACCEPT = 'mutation ($token: String!) { acceptInvitation(token: $token) { role } }';

let lab: ApiLab;
let cookies: Record<'admin' | 'student' | 'ta' | 'manager', string>;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = await lab.signInAll({
    admin: 'admin@demo.holdout',
    student: 'student@demo.holdout',
    ta: 'ta@demo.holdout',
    manager: 'manager@demo.holdout',
  });
  await lab.sql(
    `INSERT INTO cohorts (id, organization_id, track_id, slug, name)
     SELECT gen_random_uuid(), organization_id, track_id, n.slug, initcap(n.slug)
     FROM cohorts, unnest(ARRAY['evening', 'night']) AS n(slug) WHERE cohorts.slug = 'autumn' AND organization_id = $1`,
    [DEMO],
  );
});
afterAll(() => lab.stop());

const as = (who: keyof typeof cookies) => ({ cookie: cookies[who] });
async function imported(rows: string[], name = 'people.csv'): Promise<RosterReport & { importId: string }> {
  const response = await fetch(`${lab.url}/files/roster?isDryRun=false&name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', ...as('admin') },
    body: ['email,role,cohort', ...rows].join('\n'),
  });
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as RosterReport & { importId: string };
}
async function preview(id: string, more: object = {}): Promise<Preview> {
  const { data, errors } = await lab.ask<{ rosterUndo: Preview }>(as('admin'), PREVIEW, { id, ...more });
  if (!data) throw new Error(errors?.[0]?.message);
  return data.rosterUndo;
}
const effects = async (id: string) => (await preview(id)).rows.map(({ line, effect }) => `${line} ${effect}`);
const undo = (id: string, reason = 'The wrong file') => lab.codeOf(as('admin'), UNDO, { id, reason });
const accept = (who: keyof typeof cookies, { rows }: RosterReport, row: number) =>
  lab.codeOf(as(who), ACCEPT, { token: invitationToken(rows[row]?.link ?? '') });
const rolesOf = async (email: string) =>
  (
    await lab.sql<{ role: string }>(
      `SELECT m.role FROM memberships m JOIN auth.user u ON u.id::uuid = m.user_id
       WHERE u.email = $1 AND m.organization_id = $2 ORDER BY m.role`,
      [email, DEMO],
    )
  ).map(({ role }) => role);
const cohortsOf = async (email: string) =>
  (
    await lab.sql<{ slug: string }>(
      `SELECT c.slug FROM enrollments e JOIN cohorts c ON c.id = e.cohort_id JOIN auth.user u ON u.id::uuid = e.user_id
       WHERE u.email = $1 AND e.withdrawn_at IS NULL ORDER BY c.slug`,
      [email],
    )
  ).map(({ slug }) => slug);
const invitations = (email: string, status: string) =>
  lab
    .ask<{ invitations: { status: string; cohortName: string | null }[] }>(
      as('admin'),
      'query ($email: String) { invitations(email: $email) { status cohortName } }',
      { email },
    )
    .then(({ data }) => data?.invitations.filter((each) => each.status === status) ?? []);

/** A statement past the triggers that keep history, and past what rows have to point at. */
const past = (statement: string) =>
  lab.sql(`SET session_replication_role = replica; ${statement}; SET session_replication_role = origin`);

it('is tried row by row, then done once: invitations, places and where invitations lead', async () => {
  await imported(['before@undo.org,,evening']);
  const { importId } = await imported(
    [
      'fresh@undo.org,,night',
      'other@undo.org,instructor,',
      'before@undo.org,,night',
      'student@demo.holdout,,night',
      'ta@demo.holdout,teaching assistant,',
      'wrong,,',
    ],
    'wrong year.csv',
  );
  const shown = await preview(importId);
  expect(shown).toMatchObject({
    import: { name: 'wrong year.csv', importedBy: 'Ada Novak', mayUndo: true, undoneBy: null },
    counts: [
      { effect: 'WITHDRAWN', rows: 2 },
      { effect: 'LED_BACK', rows: 1 },
      { effect: 'TAKEN_OUT', rows: 1 },
    ],
    rows: [
      { line: 2, person: 'fresh@undo.org', cohortName: 'Night', effect: 'WITHDRAWN' },
      { line: 3, person: 'other@undo.org', cohortName: null, effect: 'WITHDRAWN' },
      { line: 4, person: 'before@undo.org', cohortName: 'Night', effect: 'LED_BACK' },
      { line: 5, person: 'Sam Okafor', cohortName: 'Night', effect: 'TAKEN_OUT' },
    ],
    pageInfo: { hasNextPage: false },
  });
  expect(await cohortsOf('student@demo.holdout')).toContain('night');
  expect([await undo(importId, ' '), await undo(importId, 'x'.repeat(501))]).toEqual([
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
  ]);
  const waiting = async () => (await lab.sql('SELECT 1 FROM outgoing_mail')).length;
  expect(await waiting()).toBe(3);
  expect(await Promise.all([undo(importId), undo(importId)])).toEqual(['ok', 'ok']);
  expect(await waiting()).toBe(1);
  expect(await cohortsOf('student@demo.holdout')).not.toContain('night');
  expect(await invitations('fresh@undo.org', 'REVOKED')).toHaveLength(1);
  expect(await invitations('before@undo.org', 'PENDING')).toMatchObject([{ cohortName: 'Evening' }]);
  const done = await preview(importId);
  expect(done.import).toMatchObject({ mayUndo: false, undoneBy: 'Ada Novak', undoReason: 'The wrong file' });
  expect(done.counts).toEqual(shown.counts);
  expect(done.rows[0]).toMatchObject({ line: 2, person: null, effect: 'WITHDRAWN' });
  const audited = await lab.sql<{ detail: object }>(
    `SELECT detail FROM audit_events WHERE action = 'roster.undone'`,
  );
  const withdrawn = await lab.sql(
    `SELECT e.detail, c.slug, a.email AS actor FROM audit_events e JOIN cohorts c ON c.id::text = e.subject_id
     JOIN auth.user a ON a.id::uuid = e.actor_id WHERE e.action = 'enrollment.withdrawn'`,
  );
  const [student] = await lab.sql(`SELECT id FROM auth.user WHERE email = 'student@demo.holdout'`);
  expect(withdrawn).toEqual([
    {
      detail: { importId, userId: student?.['id'], reason: 'The wrong file' },
      slug: 'night',
      actor: 'admin@demo.holdout',
    },
  ]);
  expect(audited.map(({ detail }) => detail)).toEqual([
    {
      importId,
      name: 'wrong year.csv',
      reason: 'The wrong file',
      effects: { WITHDRAWN: 2, LED_BACK: 1, TAKEN_OUT: 1 },
    },
  ]);
  const { data } = await lab.ask<{
    rosterImports: { nodes: { name: string; invited: number; refused: number }[] };
  }>(as('admin'), '{ rosterImports(first: 1) { nodes { name invited placed unchanged refused undoneAt } } }');
  expect(data?.rosterImports.nodes).toMatchObject([
    { name: 'wrong year.csv', invited: 2, placed: 2, unchanged: 1, refused: 1 },
  ]);
});

it('leaves whoever has handed something in since, whoever joined, and what was changed since', async () => {
  const report = await imported([
    'student@demo.holdout,,evening',
    'new@undo.org,,evening',
    'none@undo.org,instructor,',
    'ta@demo.holdout,instructor,',
    'manager@demo.holdout,instructor,',
    'late@undo.org,,',
  ]);
  const { importId, rows } = report;
  for (const [row, email] of [
    [1, 'new@undo.org'],
    [2, 'none@undo.org'],
  ] as const) {
    const joined = await fetch(`${lab.url}/auth/invitation-sign-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
      body: JSON.stringify({
        token: invitationToken(rows[row]?.link ?? ''),
        email,
        name: 'New',
        password: 'a long password',
      }),
    });
    expect(joined.status).toBe(200);
  }
  expect(await Promise.all([accept('ta', report, 3), accept('manager', report, 4)])).toEqual(['ok', 'ok']);
  await lab.sql(
    `UPDATE memberships SET id = gen_random_uuid() WHERE role = 'INSTRUCTOR'
     AND user_id = (SELECT id::uuid FROM auth.user WHERE email = 'manager@demo.holdout')`,
  );
  await lab.ask(as('student'), SUBMIT, { uploadId: await lab.upload(as('student')) });
  expect(await effects(importId)).toEqual([
    '2 WORKED',
    '3 TAKEN_OUT',
    '4 JOINED',
    '5 ROLE_TAKEN',
    '6 CHANGED',
    '7 WITHDRAWN',
  ]);
  expect(await undo(importId)).toBe('ok');
  expect(await cohortsOf('student@demo.holdout')).toContain('evening');
  expect([await cohortsOf('new@undo.org'), await rolesOf('new@undo.org')]).toEqual([[], ['STUDENT']]);
  expect(await rolesOf('none@undo.org')).toEqual(['INSTRUCTOR']);
  expect(await rolesOf('ta@demo.holdout')).toEqual(['TEACHING_ASSISTANT']);
  expect(await rolesOf('manager@demo.holdout')).toContain('INSTRUCTOR');
  const removed = await lab.sql<{ detail: object }>(
    `SELECT detail FROM audit_events WHERE action = 'membership.removed' AND detail ->> 'importId' = $1`,
    [importId],
  );
  expect(removed).toMatchObject([{ detail: { role: 'INSTRUCTOR', reason: 'The wrong file' } }]);
});

it('leaves what a later import asks for, until that is undone', async () => {
  const wrong = await imported([
    'a@undo.org,,evening',
    'b@undo.org,,evening',
    'manager@demo.holdout,student,night',
  ]);
  expect(await accept('manager', wrong, 2)).toBe('ok');
  const right = await imported(['a@undo.org,,evening', 'manager@demo.holdout,student,night']);
  expect(right).toMatchObject({ invited: 0, unchanged: 2 });
  expect(await effects(wrong.importId)).toEqual(['2 LISTED_AGAIN', '3 WITHDRAWN', '4 LISTED_AGAIN']);
  expect((await preview(wrong.importId, { effect: 'WITHDRAWN' })).rows).toHaveLength(1);
  expect(await undo(right.importId)).toBe('ok');
  expect(await effects(wrong.importId)).toEqual(['2 WITHDRAWN', '3 WITHDRAWN', '4 ROLE_TAKEN']);
  expect(await undo(wrong.importId)).toBe('ok');
  expect(await cohortsOf('manager@demo.holdout')).toEqual([]);
  expect(await imported(['a@undo.org,,evening'])).toMatchObject({ invited: 1 });
});

it('puts whoever was led elsewhere back where they were to be', async () => {
  const right = await imported(['ta@demo.holdout,student,evening']);
  const wrong = await imported(['ta@demo.holdout,student,night']);
  expect(wrong).toMatchObject({ placed: 1 });
  expect(await accept('ta', right, 0)).toBe('ok');
  expect(await cohortsOf('ta@demo.holdout')).toEqual(['night']);
  expect(await effects(wrong.importId)).toEqual(['2 LED_BACK']);
  expect(await undo(wrong.importId)).toBe('ok');
  expect(await cohortsOf('ta@demo.holdout')).toEqual(['evening']);
  expect(await effects(right.importId)).toEqual(['2 ROLE_TAKEN']);
  expect(await undo(right.importId)).toBe('ok');
});

it('leaves whoever’s team has handed in work of the cohort since, whoever of them did', async () => {
  const { importId } = await imported(['student@demo.holdout,,night']);
  const [team] = await lab.sql<{ id: string; taskId: string; mateId: string }>(
    `WITH made AS (
       INSERT INTO teams (id, organization_id, assignment_id, cohort_id, name, join_code)
       SELECT gen_random_uuid(), c.organization_id, a.id, c.id, 'Night owls', 'NIGHTOWLSABC' FROM cohorts c
       JOIN assignments a ON a.organization_id = c.organization_id AND a.slug = 'tabular-risk'
       WHERE c.slug = 'night' AND c.organization_id = $1 RETURNING *
     ), joined AS (
       INSERT INTO team_members (organization_id, team_id, assignment_id, user_id)
       SELECT made.organization_id, made.id, made.assignment_id, u.id::uuid FROM made, auth.user u
       WHERE u.email IN ('student@demo.holdout', 'new@undo.org')
     )
     SELECT made.id, made.assignment_id AS "taskId", u.id::text AS "mateId" FROM made, auth.user u WHERE u.email = 'new@undo.org'`,
    [DEMO],
  );
  /** By the other one of the team. */
  const handIn = (assignmentId: string | undefined, at: string) =>
    past(
      `INSERT INTO submissions (id, organization_id, assignment_id, student_id, team_id, archive_digest, archive_bytes, file_name, created_at)
       SELECT gen_random_uuid(), '${DEMO}', '${assignmentId}', '${team?.mateId}', '${team?.id}', 'd', 1, 'project.zip', ${at}`,
    );
  await handIn(team?.taskId, `now() - interval '1 day'`);
  await handIn(DEMO, 'now()'); // of no assignment of the cohort
  expect(await effects(importId)).toEqual(['2 TAKEN_OUT']);
  await handIn(team?.taskId, 'now()');
  expect(await effects(importId)).toEqual(['2 WORKED']);
  expect(await undo(importId)).toBe('ok');
  expect(await cohortsOf('student@demo.holdout')).toContain('night');
});

it('takes no role from whoever asks', async () => {
  await lab.sql(
    `DELETE FROM memberships WHERE role = 'ADMIN' AND organization_id = $1
     AND user_id <> (SELECT id::uuid FROM auth.user WHERE email = 'admin@demo.holdout')`,
    [DEMO],
  );
  await lab.sql(
    `UPDATE memberships SET role = 'INSTRUCTOR' WHERE user_id = (SELECT id::uuid FROM auth.user WHERE email = 'ta@demo.holdout')`,
  );
  const report = await imported(['ta@demo.holdout,admin,']);
  expect(await accept('ta', report, 0)).toBe('ok');
  const { data } = await lab.ask<{ rosterUndo: Preview }>(as('ta'), PREVIEW, { id: report.importId });
  expect(data?.rosterUndo.rows).toMatchObject([{ effect: 'YOURSELF' }]);
  expect(await effects(report.importId)).toEqual(['2 ROLE_TAKEN']);
});

it('keeps what an import did for a while, and names as long as they may be', async () => {
  await expect(imported(['c@undo.org,,'], 'x'.repeat(201))).rejects.toThrow(/200 characters/);
  const { importId } = await imported(['c@undo.org,,']);
  await lab.sql(`UPDATE roster_imports SET created_at = now() - interval '91 days' WHERE id = $1`, [
    importId,
  ]);
  expect([await undo(importId), (await preview(importId)).import.mayUndo]).toEqual(['CONFLICT', false]);
  await imported(['d@undo.org,,']);
  expect(await lab.sql('SELECT 1 FROM roster_rows WHERE import_id = $1', [importId])).toHaveLength(0);
  const wrongPage = { id: importId, after: 'x' };
  expect(await lab.codeOf(as('admin'), PREVIEW, wrongPage)).toBe('BAD_USER_INPUT');
});

it('may be of ten thousand rows, listed twice', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `many-${i}@undo.org,,evening`);
  const first = await imported(rows);
  const second = await imported(rows.slice(1));
  expect((await preview(first.importId)).counts).toEqual([
    { effect: 'WITHDRAWN', rows: 1 },
    { effect: 'LISTED_AGAIN', rows: 9_999 },
  ]);
  expect(await undo(second.importId)).toBe('ok');
  const page = await preview(first.importId, { first: 2 });
  expect(page.counts).toEqual([{ effect: 'WITHDRAWN', rows: 10_000 }]);
  const next = await preview(first.importId, { first: 2, after: page.pageInfo.endCursor });
  expect(next.rows.map(({ line }) => line)).toEqual([4, 5]);
  expect(await undo(first.importId)).toBe('ok');
});

it('may take ten thousand places back, each on record, in the chain of the log', async () => {
  await past(`CREATE TEMP TABLE many AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, 10000) n;
    INSERT INTO auth.user (id, name, email, "emailVerified", "createdAt", "updatedAt")
      SELECT id, 'Many', 'here-' || n || '@undo.org', true, now(), now() FROM many;
    INSERT INTO users (id) SELECT id FROM many;
    INSERT INTO memberships (id, organization_id, user_id, role) SELECT gen_random_uuid(), '${DEMO}', id, 'STUDENT' FROM many`);
  const { importId, ...report } = await imported(
    Array.from({ length: 10_000 }, (_, i) => `here-${i + 1}@undo.org,,evening`),
  );
  expect(report).toMatchObject({ placed: 10_000 });
  expect(await undo(importId)).toBe('ok');
  const [log] = await lab.sql(
    `SELECT count(*) FILTER (WHERE action = 'enrollment.withdrawn' AND detail ->> 'importId' = $2)::int AS taken,
       count(*) FILTER (WHERE previous_hash <> expected OR hash <> computed)::int AS broken
     FROM (SELECT e.*, audit_hash(e) AS computed, coalesce(lag(e.hash) OVER (ORDER BY e.id), '') AS expected
       FROM audit_events e WHERE e.organization_id = $1) AS chained`,
    [DEMO, importId],
  );
  expect(log).toEqual({ taken: 10_000, broken: 0 });
});

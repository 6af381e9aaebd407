import { createDatabase, type Database } from '@holdout/db';
import { FileBlobStore } from '@holdout/storage';
import path from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { ApiLab, archive, DEMO, SUBMIT } from '../support/api-lab.js';
import { documentNamed } from '../support/built-documents.js';
import { certifiedRun } from '../support/certified-run.js';

const STUDENT = 'student@demo.holdout';
const PASSWORD = 'holdout-demo';
const DELETE = 'mutation ($password: String!) { deleteAccount(password: $password) }';

let lab: ApiLab;
let worker: Database;
let studentId: string;

beforeAll(async () => {
  lab = await ApiLab.start();
  worker = createDatabase({ url: lab.test.workerUrl, max: 2 });
  studentId = await idOf(STUDENT);
  await lab.forgetRuns();
});

afterAll(async () => {
  await worker.close();
  await lab.stop();
});

beforeEach(() => lab.sql(`DELETE FROM auth."signInTries"`));

async function idOf(email: string): Promise<string> {
  const [row] = await lab.sql<{ id: string }>('SELECT id FROM auth."user" WHERE email = $1', [email]);
  return row!.id;
}

const fetchData = (headers: Record<string, string>) => fetch(`${lab.url}/files/own-data`, { headers });

async function exported(headers: Record<string, string>): Promise<Map<string, string>> {
  const response = await fetchData(headers);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes, true)]));
}

const scored = (points: number, stored: { digest: string; size: number }) =>
  certifiedRun(
    { api: lab.owner, worker },
    {
      organizationId: DEMO,
      studentId,
      assignmentSlug: 'tabular-risk',
      points,
      kind: 'PRACTICE',
      archive: { digest: stored.digest, bytes: stored.size, fileName: 'project.zip' },
    },
  );

/** Has a run compared with another one, said to be somebody else's. */
async function compared(runId: string, otherRunId: string, otherId: string): Promise<void> {
  await lab.sql(
    `WITH report AS (
       INSERT INTO similarity_reports
         (id, organization_id, assignment_id, cohort_id, requested_by, includes_earlier, status, finished_at)
       SELECT gen_random_uuid(), a.organization_id, a.id, c.id, $3, false, 'READY', now()
       FROM assignments a JOIN cohorts c USING (organization_id) WHERE a.organization_id = $1 AND a.slug = 'tabular-risk' LIMIT 1
       RETURNING *
     )
     INSERT INTO similarity_works
       (id, organization_id, report_id, run_id, student_id, is_earlier, fingerprints, is_too_short)
     SELECT gen_random_uuid(), organization_id, report.id, works.run_id, works.student_id, false, 40, false
     FROM report, unnest($2::uuid[], ARRAY[$4, $3]::uuid[]) AS works(run_id, student_id)`,
    [DEMO, [runId, otherRunId], otherId, studentId],
  );
}

it('exports all there is of the viewer, as their pages show it, and nothing of anybody else', async () => {
  const cookie = await lab.signIn(STUDENT);
  const stored = await new FileBlobStore(path.join(lab.folder, 'blobs')).put(archive());
  const best = await scored(80, stored);
  const keptBack = await scored(79.125, stored);
  const content = archive();
  const uploadId = await lab.upload({ cookie }, content);
  const { data } = await lab.ask<{ submit: { id: string } }>({ cookie }, SUBMIT, {
    uploadId,
  });
  const { id } = data!.submit; // and its run waits
  const fellowId = await idOf('sample@demo.holdout');
  await compared(best.runId, keptBack.runId, fellowId);
  const files = await exported({ cookie });
  expect(JSON.parse(files.get('account.json')!)).toMatchObject({ email: STUDENT, id: studentId });
  expect(files.get(`demo/submissions/${id}-project.tar.gz`)).toBe(content.toString('latin1'));
  const run = (runId: string) => JSON.parse(files.get(`demo/runs/${runId}.json`)!) as Record<string, unknown>;
  expect(run(best.runId)).toMatchObject({ kind: 'PRACTICE', score: { value: 80 } });
  // The Ladder shows 80 for it, and so does the export.
  expect(run(keptBack.runId)).toMatchObject({ score: { value: 80, ladder: { isReleased: false } } });
  expect([...files.values()].join()).not.toContain('79.125');
  expect(files.has(`demo/runs/${best.runId}.log`)).toBe(true);
  expect(files.get('demo/roles.json')).toContain('STUDENT');
  expect(JSON.parse(files.get('demo/comparisons.json')!)).toEqual([
    { assignment: 'tabular-risk', runId: best.runId, comparedAt: expect.any(String) as string },
  ]);
  expect([...files.values()].join()).not.toContain(fellowId);
  const fellow = await exported({ cookie: await lab.signIn('sample@demo.holdout') });
  expect([...fellow.keys()].filter((name) => name.includes('/runs/'))).toEqual([]);
  expect([...fellow.values()].join()).not.toContain(studentId);
  expect(await lab.sql(`SELECT 1 FROM audit_events WHERE action = 'own-data.exported'`)).toHaveLength(2);
});

it('exports three times a day, and only for who is signed in', async () => {
  const cookie = await lab.signIn(STUDENT);
  const left = async () => (await lab.ask({ cookie }, '{ ownDataExportsLeft }')).data;
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1) {
    const response = await fetchData({ cookie });
    statuses.push(response.status);
    await response.arrayBuffer();
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(await left()).toEqual({ ownDataExportsLeft: 0 });
  await lab.sql(`UPDATE auth."signInTries" SET "beganAt" = "beganAt" - 86400001 WHERE key LIKE 'export-%'`);
  expect(await left()).toEqual({ ownDataExportsLeft: 3 });
  expect((await fetchData({})).status).toBe(401);
});

it('deletes an account only with its password, in a session, and never the last administrator', async () => {
  const cookie = await lab.signIn(STUDENT);
  expect(await lab.codeOf({ cookie }, DELETE, { password: 'not this one' })).toBe('BAD_USER_INPUT');
  const made = await lab.ask<{ createApiKey: { secret: string } }>(
    { cookie },
    'mutation { createApiKey(name: "ci") { secret } }',
  );
  const key = { 'x-api-key': made.data!.createApiKey.secret };
  expect(await lab.codeOf(key, DELETE, { password: PASSWORD })).toBe('FORBIDDEN');
  await lab.sql(`DELETE FROM memberships WHERE role = 'ADMIN' AND organization_id = $1 AND user_id <> $2`, [
    DEMO,
    await idOf('admin@demo.holdout'),
  ]);
  const admin = await lab.signIn('admin@demo.holdout');
  expect(await lab.codeOf({ cookie: admin }, DELETE, { password: PASSWORD })).toBe('CONFLICT');
  expect(await lab.codeOf({ cookie: admin }, '{ memberships { nodes { id } } }')).toBe('ok');
  for (let tries = 0; tries < 9; tries += 1)
    await lab.codeOf({ cookie }, DELETE, { password: 'not this one' });
  expect(await lab.codeOf({ cookie }, DELETE, { password: PASSWORD })).toBe('RATE_LIMITED');
});

async function namesOnBoard(headers: Record<string, string>): Promise<string[]> {
  const board = { assignmentSlug: 'tabular-risk', board: 'PUBLIC', first: 50 };
  const { data } = await lab.ask<{ leaderboard: { rows: { name: string }[] } }>(
    headers,
    documentNamed('Leaderboard'),
    board,
  );
  return data!.leaderboard.rows.map(({ name }) => name);
}

it('forgets the person at once and keeps the results without a name', async () => {
  const cookie = await lab.signIn(STUDENT);
  const elsewhere = await lab.signIn(STUDENT);
  const staff = { cookie: await lab.signIn('instructor@demo.holdout') };
  const before = await lab.sql('SELECT id, value FROM scores ORDER BY id');
  expect(await namesOnBoard(staff)).toContain('Sam Okafor');
  expect((await lab.ask({ cookie }, DELETE, { password: PASSWORD })).data).toEqual({ deleteAccount: true });

  for (const old of [cookie, elsewhere])
    expect((await lab.ask({ cookie: old }, '{ viewer { email } }')).data).toEqual({ viewer: null });
  await expect(lab.signIn(STUDENT)).rejects.toThrow(/401/);
  const left = async (table: string, column = 'user_id') =>
    (await lab.sql(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [studentId])).length;
  for (const table of ['memberships', 'user_keys', 'notifications', 'notification_mails', 'pseudonyms'])
    expect([table, await left(table)]).toEqual([table, 0]);
  expect(await left('auth.apikey', '"referenceId"::uuid')).toBe(0);
  expect(await lab.sql('SELECT display_name FROM users WHERE id = $1', [studentId])).toEqual([
    { display_name: null },
  ]);
  expect(await lab.sql(`SELECT DISTINCT status FROM runs WHERE student_id = $1`, [studentId])).toEqual([
    { status: 'FINISHED' },
  ]);
  expect(await lab.sql('SELECT id, value FROM scores ORDER BY id')).toEqual(before);
  // The page that was kept is not shown again.
  const names = await namesOnBoard(staff);
  expect(names).toContain('Former member');
  expect(names).not.toContain('Sam Okafor');
  const runs = await lab.ask<{ runs: { edges: { node: { student: { name: string } } }[] } }>(
    staff,
    '{ runs { edges { node { student { name } } } } }',
  );
  expect(runs.data!.runs.edges.map(({ node }) => node.student.name)).toContain('Former member');
  expect(await lab.sql(`SELECT 1 FROM audit_events WHERE action = 'account.deleted'`)).toHaveLength(1);
  expect(await lab.sql(`SELECT 1 FROM auth."user" WHERE email = $1`, [STUDENT])).toEqual([]);
});

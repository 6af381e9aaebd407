import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const SEED = fileURLToPath(new URL('../../prisma/seed/main.ts', import.meta.url));
const SCHOOL = fileURLToPath(new URL('../../prisma/seed/school.ts', import.meta.url));
const run = promisify(execFile);

let test: TestDatabase;
let directory: string;
let admin: pg.Client;

beforeAll(async () => {
  test = await freshDatabase();
  directory = await mkdtemp(path.join(tmpdir(), 'holdout-seed-'));
  admin = new pg.Client(test.adminUrl);
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await test.drop();
  await rm(directory, { recursive: true });
});

const seed = (publicUrl = 'http://127.0.0.1:3000', program = [SEED]) =>
  run(process.execPath, program, {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      MIGRATOR_DATABASE_URL: test.migratorUrl,
      HOLDOUT_DEPLOYMENT_SECRET: 'ab'.repeat(32),
      HOLDOUT_DATA: directory,
      PUBLIC_URL: publicUrl,
    },
  });

const commandLine = async () =>
  JSON.parse(await readFile(path.join(directory, 'cli.json'), 'utf8')) as object;

/** How many rows each table has, and what the people are called underneath. */
async function snapshot() {
  const { rows } = await admin.query(
    `SELECT (SELECT count(*) FROM organizations) AS organizations, (SELECT count(*) FROM users) AS users,
       (SELECT count(*) FROM memberships) AS memberships, (SELECT count(*) FROM stages) AS stages,
       (SELECT count(*) FROM lessons) AS lessons, (SELECT count(*) FROM concept_diagrams) AS diagrams,
       (SELECT count(*) FROM enrollments) AS enrollments, (SELECT count(*) FROM auth.account) AS accounts,
       (SELECT count(*) FROM auth.apikey) AS keys, (SELECT md5(string_agg(password, '' ORDER BY id)) FROM auth.account) AS passwords`,
  );
  return rows[0] as Record<string, string>;
}

it('fills an empty database, and changes nothing the second time', async () => {
  await seed();
  const first = await snapshot();
  expect(first).toMatchObject({
    organizations: '3',
    users: '10',
    stages: '7',
    diagrams: '4',
    enrollments: '3',
    keys: '1',
  });
  expect(Number(first['lessons'])).toBeGreaterThanOrEqual(7);
  const key = await commandLine();
  expect((await stat(path.join(directory, 'cli.json'))).mode & 0o777).toBe(0o600);
  await seed();
  expect(await snapshot()).toEqual(first);
  expect(await commandLine()).toEqual(key);
});

it('keeps the key when the address changes, and makes one when the file is gone', async () => {
  const before = (await commandLine()) as { apiKey: string };
  await seed('http://127.0.0.1:3999');
  expect(await commandLine()).toEqual({ url: 'http://127.0.0.1:3999', apiKey: before.apiKey });
  await rm(path.join(directory, 'cli.json'));
  await seed();
  expect((await commandLine()) as { apiKey: string }).not.toEqual({
    url: expect.anything(),
    apiKey: before.apiKey,
  });
  expect((await snapshot())['keys']).toBe('1');
});

it('makes a school that is no demo, with whoever administers it and the deployment, and says what is wrong', async () => {
  const school = (options: Record<string, string>) =>
    seed('https://learn.example.org', [
      SCHOOL,
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ]);
  const north = { slug: 'north', name: 'North', 'time-zone': 'Europe/Oslo', email: 'ada@north.example' };
  await expect(school(north)).rejects.toThrow('--person is missing');
  const { stdout } = await school({ ...north, person: 'Ada Novak' });
  expect(stdout).toMatch(
    /ada@north\.example signs in at https:\/\/learn\.example\.org\/sign-in with \S{16} /,
  );
  const { rows } = await admin.query(
    `SELECT o.slug, m.role, u.is_operator, (SELECT count(*) FROM stages s WHERE s.organization_id = o.id) AS stages,
       (SELECT time_zone FROM cohorts c WHERE c.organization_id = o.id) AS zone
     FROM organizations o JOIN memberships m ON m.organization_id = o.id JOIN users u ON u.id = m.user_id
     WHERE o.slug = 'north'`,
  );
  expect(rows).toEqual([
    { slug: 'north', role: 'ADMIN', is_operator: true, stages: '6', zone: 'Europe/Oslo' },
  ]);
  const before = await snapshot();
  const again = { ...north, person: 'Eve' };
  await expect(school(again)).rejects.toThrow('There is an account with this address already.');
  await expect(school({ ...again, email: 'eve@north.example' })).rejects.toThrow(
    'There is an organization of this slug already.',
  );
  expect((await snapshot())['accounts']).toBe(before['accounts']);
});

it('leaves what people here have published as they wrote it, and where they put it', async () => {
  const demo = "organization_id = (SELECT id FROM organizations WHERE slug = 'demo')";
  const stage = `(SELECT id FROM stages WHERE slug = 'math-and-python' AND ${demo})`;
  const author = "'0193a000-0000-7000-8000-000000001003'";
  await admin.query(
    `INSERT INTO roadmap_versions (id, organization_id, stage_id, version, content, note, published_by)
     SELECT gen_random_uuid(), organization_id, id, 2, '{}', '', ${author} FROM stages WHERE id = ${stage}`,
  );
  await admin.query(`UPDATE stages SET title = 'Ours', position = 90 WHERE id = ${stage}`);
  // Nobody here wrote this one: it is brought up to date, and stays withdrawn.
  await admin.query(
    `INSERT INTO roadmap_versions (id, organization_id, stage_id, version, content, note)
     SELECT gen_random_uuid(), organization_id, id, 2, '{"title": "Old"}', '' FROM stages WHERE slug = 'classical-baselines' AND ${demo}`,
  );
  await admin.query(
    `UPDATE stages SET title = 'Old', published_at = NULL WHERE slug = 'classical-baselines' AND ${demo}`,
  );
  await seed();
  const { rows } = await admin.query(
    `SELECT s.title, s.position, s.published_at IS NULL AS withdrawn,
       (SELECT max(version) FROM roadmap_versions v WHERE v.stage_id = s.id) AS version
     FROM stages s WHERE slug IN ('math-and-python', 'classical-baselines') AND ${demo} ORDER BY slug DESC`,
  );
  expect(rows).toEqual([
    { title: 'Ours', position: 90, withdrawn: false, version: 2 },
    { title: 'Classical ML baselines', position: 2, withdrawn: true, version: 3 },
  ]);
});

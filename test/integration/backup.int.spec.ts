import { once } from 'node:events';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, createWithRun, setUpDatabase } from '@holdout/db';
import { FileBlobStore, storesIn, vaultIn } from '@holdout/storage';
import pg from 'pg';
import { emptyDatabase, freshDatabase, withClient, type TestDatabase } from '../support/database.js';
import {
  admin,
  ADMIN_SECRETS,
  adminSettings,
  startAdmin,
  type AdminSettings,
} from '../support/holdout-admin.js';
import { onlyInLongTier } from '../support/long-tier.js';
import { migrationNames, PASSWORDS } from '../support/migrations.js';
import { S3Server } from '../support/s3-server.js';
import { arrangeSchool, inSchool, submissionOf } from '../support/school.js';
import { scoreRun } from '../support/scored-runs.js';
import { until } from '../support/until.js';

const secrets = ADMIN_SECRETS;

let folder: string;
let database: TestDatabase;
let env: AdminSettings;
let backup: string;
let vaulted: string;
let kept: string;
let waiting: string;

const settingsOf = (name: string, adminUrl: string) => adminSettings(path.join(folder, name), adminUrl);

/** A digest of every table's rows, in no order. */
async function contentOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('public', 'auth') AND tablename <> '_prisma_migrations' ORDER BY 1`,
    );
    const content: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${name} t`,
      );
      content[name] = found[0]?.digest ?? '';
    }
    return content;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-backup-'));
  database = await freshDatabase();
  env = settingsOf('first', database.adminUrl);
  const school = await arrangeSchool(database, 'school');
  const [student = ''] = school.students;
  const [api, worker] = [database.apiUrl, database.workerUrl].map((url) => createDatabase({ url, max: 2 }));
  if (!api || !worker) throw new Error('unreachable');
  await scoreRun({ api, worker }, submissionOf(school, student), { points: 80 });
  const { run: last } = await inSchool(api, school, (tx) => createWithRun(tx, submissionOf(school, student)));
  waiting = last.id;
  await Promise.all([api.close(), worker.close()]);
  kept = (await new FileBlobStore(env['BLOB_DIR'] ?? '').put(Buffer.from('a project'))).digest;
  const secret = Buffer.from(secrets.HOLDOUT_DEPLOYMENT_SECRET, 'hex');
  const vault = await vaultIn({ folder: env['VAULT_DIR'] ?? '' }, secret);
  vaulted = (await vault.put(Buffer.from('hidden rows'))).digest;
  await writeFile(path.join(folder, 'first/secrets.json'), '{}');
  backup = path.join(folder, 'backup');
  await admin(['backup', backup], env);
}, 120_000);

afterAll(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

it('restores every row, stored content and hidden data into an empty deployment', async () => {
  const other = await emptyDatabase();
  try {
    const settings = settingsOf('second', other.adminUrl);
    expect(await admin(['restore', backup], settings)).toMatch(/^Restored \d+ rows of \d+ tables, 3 files/);
    const before = await contentOf(database.adminUrl);
    expect(Object.values(before).filter((digest) => !digest.startsWith('0 ')).length).toBeGreaterThan(15);
    expect(await contentOf(other.adminUrl)).toEqual(before);
    const blobs = new FileBlobStore(settings['BLOB_DIR'] ?? '');
    expect((await blobs.getBuffer(kept)).toString()).toBe('a project');
    const secret = Buffer.from(secrets.HOLDOUT_DEPLOYMENT_SECRET, 'hex');
    const vault = await vaultIn({ folder: settings['VAULT_DIR'] ?? '' }, secret);
    expect((await vault.getBuffer(vaulted)).toString()).toBe('hidden rows');
    await expect(admin(['restore', backup], settings)).rejects.toThrow('The database is not empty');
  } finally {
    await other.drop();
  }
});

it('grades afterwards what waited before', async () => {
  const other = await emptyDatabase();
  try {
    await admin(['restore', backup], settingsOf('waiting', other.adminUrl));
    const worker = createDatabase({ url: other.workerUrl, max: 1 });
    try {
      expect(await worker.system.claimNextRun('w', 30, ['cpu', 'image:light'])).toMatchObject({
        runId: waiting,
      });
    } finally {
      await worker.close();
    }
  } finally {
    await other.drop();
  }
});

onlyInLongTier('moves to a bucket, and from there into a backup that is as whole', async () => {
  const other = await emptyDatabase();
  const store = await S3Server.start(path.join(folder, 'served'));
  try {
    const settings = { ...settingsOf('bucket', other.adminUrl), ...store.settings };
    await admin(['restore', backup], settings);
    const { blobs } = await storesIn({ bucket: store.bucket });
    expect((await blobs.getBuffer(kept)).toString()).toBe('a project');
    const again = path.join(folder, 'of-a-bucket');
    expect(await admin(['backup', again], settings)).toContain('2 files');
    expect(await readFile(path.join(again, 'blobs', kept.slice(0, 2), kept), 'utf8')).toBe('a project');
  } finally {
    await store.stop();
    await other.drop();
  }
});

it('keeps to the rules of the database afterwards: history stays unchangeable, tenants stay apart', async () => {
  const other = await emptyDatabase();
  try {
    await admin(['restore', backup], settingsOf('third', other.adminUrl));
    const client = new pg.Client(other.adminUrl);
    await client.connect();
    try {
      await expect(client.query('DELETE FROM receipts')).rejects.toThrow();
      await client.query('SET ROLE holdout_api');
      expect((await client.query('SELECT id FROM submissions')).rows).toEqual([]);
    } finally {
      await client.end();
    }
  } finally {
    await other.drop();
  }
});

it('brings a backup of an older version to this one', async () => {
  const names = await migrationNames();
  const older = await emptyDatabase();
  const other = await emptyDatabase();
  try {
    await setUpDatabase(older.adminUrl, PASSWORDS, names.slice(0, 8));
    const client = new pg.Client(older.adminUrl);
    await client.connect();
    await client.query(`
      WITH organization AS (
        INSERT INTO organizations (id, slug, name) VALUES (gen_random_uuid(), 'old', 'Old') RETURNING id),
      track AS (
        INSERT INTO tracks (id, organization_id, slug, title, summary)
        SELECT gen_random_uuid(), id, 'old', 'Old', '' FROM organization RETURNING id, organization_id),
      stage AS (
        INSERT INTO stages (id, organization_id, track_id, slug, position, title, goal, unlocks, overview, study_anchors)
        SELECT gen_random_uuid(), organization_id, id, 'old', 1, 'Old', '', '', '', '[]' FROM track
        RETURNING id, organization_id)
      INSERT INTO lessons (id, organization_id, stage_id, slug, position, title, summary, body, minutes, published_at)
      SELECT gen_random_uuid(), organization_id, id, 'old', 0, 'Old', '', 'Read before.', 5, now() FROM stage`);
    await client.end();
    const made = path.join(folder, 'older-backup');
    await admin(['backup', made], settingsOf('older', older.adminUrl));
    const said = await admin(['restore', made], settingsOf('newer', other.adminUrl));
    expect(said).toContain(`${names.length - 8} newer migrations were applied`);
    const content = await contentOf(other.adminUrl);
    expect(content['public.organizations']).toMatch(/^1 /);
    // What was published before there were versions is the first one.
    expect(content['public.lesson_versions']).toMatch(/^1 /);
  } finally {
    await Promise.all([older.drop(), other.drop()]);
  }
});

it('says which file of a backup was changed or is gone, and touches nothing then', async () => {
  const made = path.join(folder, 'damaged');
  await admin(['backup', made], env);
  expect(await admin(['check', made], env)).toContain('is whole');
  const table = path.join(made, 'tables/public.organizations.copy.gz');
  await appendFile(table, 'x');
  await rm(path.join(made, 'settings/secrets.json'));
  const other = await emptyDatabase();
  try {
    const restored = admin(['restore', made], settingsOf('fourth', other.adminUrl));
    await expect(restored).rejects.toThrow(/organizations\.copy\.gz was changed/);
    await expect(restored).rejects.toThrow(/secrets\.json is missing/);
    expect(await contentOf(other.adminUrl)).toEqual({});
  } finally {
    await other.drop();
  }
});

it.each([
  ['before its rows were there', 'public.organizations'],
  ['when they were there, and the queue had not heard of them', 'fair_queue.entries'],
])('is gone on with after it was killed %s', async (_when, table) => {
  const other = await emptyDatabase();
  const settings = settingsOf(`killed-at-${table}`, other.adminUrl);
  const migrations = (await migrationNames()).length;
  try {
    await withClient(other.adminUrl, async (client) => {
      const count = async (statement: string) =>
        (await client.query<{ n: number }>(statement)).rows[0]?.n ?? 0;
      const restoring = startAdmin(['restore', backup], settings);
      const ended = once(restoring, 'exit');
      const isThere = `SELECT CASE WHEN to_regclass('_prisma_migrations') IS NULL THEN 0 ELSE
        (xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM _prisma_migrations', true, true, '')))[1]::text::int END AS n`;
      await until(
        () => count(isThere),
        (applied) => applied === migrations,
      );
      await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      const others = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      await until(
        () => count(`SELECT count(*)::int AS n ${others} AND wait_event_type = 'Lock'`),
        (waiting) => waiting > 0,
      );
      restoring.kill('SIGKILL');
      await ended;
      await client.query('ROLLBACK');
      await until(
        () => count(`SELECT count(*)::int AS n ${others}`),
        (left) => left === 0,
      );
    });
    expect(await admin(['restore', backup], settings)).toMatch(/^Restored \d+ rows/);
    expect(await contentOf(other.adminUrl)).toEqual(await contentOf(database.adminUrl));
    const worker = createDatabase({ url: other.workerUrl, max: 1 });
    const claimed = await worker.system
      .claimNextRun('w', 30, ['cpu', 'image:light'])
      .finally(() => worker.close());
    expect(claimed?.runId).toBe(waiting);
    await expect(admin(['restore', backup], settings)).rejects.toThrow('The database is not empty');
  } finally {
    await other.drop();
  }
});

it('is refused when a later version made it, or when it ends in the middle', async () => {
  const other = await emptyDatabase();
  try {
    const settings = settingsOf('of-a-later-version', other.adminUrl);
    const written = JSON.parse(await readFile(path.join(backup, 'manifest.json'), 'utf8')) as {
      migrations: string[];
    };
    const tried = async (manifest: string): Promise<string> => {
      const made = await mkdtemp(path.join(folder, 'other-'));
      await cp(backup, made, { recursive: true });
      await writeFile(path.join(made, 'manifest.json'), manifest);
      return admin(['restore', made], settings);
    };
    const later = { ...written, migrations: [...written.migrations, '20991231000000_later'] };
    await expect(tried(JSON.stringify(later))).rejects.toThrow(
      '20991231000000_later is not known to this version. Update Holdout.',
    );
    await expect(tried(JSON.stringify({ ...written, format: 'holdout-backup/2' }))).rejects.toThrow(
      'damaged or of another version of Holdout: format',
    );
    await expect(tried(JSON.stringify(written).slice(0, -100))).rejects.toThrow(
      'damaged or of another version',
    );
    expect(await contentOf(other.adminUrl)).toEqual({});
  } finally {
    await other.drop();
  }
});

it('is refused with other secrets, from a folder that is no backup, and into one that is in use', async () => {
  const other = await emptyDatabase();
  try {
    const settings = settingsOf('fifth', other.adminUrl);
    await expect(
      admin(['restore', backup], { ...settings, ISSUER_KEY_SECRET: '0'.repeat(64) }),
    ).rejects.toThrow('ISSUER_KEY_SECRET is not the one');
    await expect(admin(['restore', folder], settings)).rejects.toThrow('it has no manifest.json');
    await expect(admin(['backup', backup], env)).rejects.toThrow('is not empty');
    await expect(admin(['backup', path.join(folder, 'x')], {})).rejects.toThrow(
      'ADMIN_DATABASE_URL is not set',
    );
  } finally {
    await other.drop();
  }
});

it('refuses a role that row-level security hides rows from', async () => {
  const settings = { ...env, ADMIN_DATABASE_URL: database.migratorUrl };
  await expect(admin(['backup', path.join(folder, 'partial')], settings)).rejects.toThrow('is no superuser');
});

it('leaves what it holds to its owner alone', async () => {
  const [table] = await readdir(path.join(backup, 'tables'));
  for (const file of ['manifest.json', 'settings/secrets.json', `tables/${table}`])
    expect((await stat(path.join(backup, file))).mode & 0o077).toBe(0);
  expect(await readFile(path.join(backup, 'manifest.json'), 'utf8')).not.toContain(
    secrets.HOLDOUT_DEPLOYMENT_SECRET,
  );
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  createDatabase,
  isConcurrent,
  migrate,
  prepareRoles,
  setUpDatabase,
  type Patience,
} from '@holdout/db';
import pg from 'pg';
import { emptyDatabase, withClient, type TestDatabase } from '../support/database.js';
import { interruptionsBy } from '../support/migration-check.js';
import { MIGRATIONS, migrationNames, PASSWORDS } from '../support/migrations.js';

/** Since then the version before goes on working, and nothing stands still, while a migration is applied. */
const SINCE = '20261128';
const PATIENCE: Patience = { lockMs: 200, pauseMs: 50, giveUpMs: 20_000 };
const TABLE = `CREATE TABLE works (id int PRIMARY KEY, title text); INSERT INTO works SELECT n, 'work' FROM generate_series(1, 1000) n`;

let folder: string;
let database: TestDatabase;
let migrator: pg.Client;
let others: pg.Client;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-migrations-'));
  database = await emptyDatabase();
  await withClient(database.adminUrl, (client) => prepareRoles(client, PASSWORDS));
  migrator = new pg.Client(database.migratorUrl);
  others = new pg.Client(database.migratorUrl);
  await Promise.all([migrator.connect(), others.connect()]);
});

afterEach(async () => {
  await Promise.all([migrator.end(), others.end()]);
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A migration after those that are there. */
async function add(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
}

const apply = (client = migrator, patience = PATIENCE): Promise<string[]> =>
  migrate(client, folder, undefined, patience);

describe('a migration that needs a table which is in use', () => {
  beforeEach(async () => {
    await add('1_table', TABLE);
    await apply();
    await add('2_column', 'ALTER TABLE works ADD COLUMN year int');
    await others.query('BEGIN; SELECT count(*) FROM works');
  });

  it('lets readers go first again and again, and is applied when the table is free', async () => {
    const applied = apply();
    const waits: number[] = [];
    await withClient(database.migratorUrl, async (reader) => {
      for (const end = Date.now() + 1_500; Date.now() < end; await delay(20)) {
        const asked = Date.now();
        await reader.query('SELECT count(*) FROM works');
        waits.push(Date.now() - asked);
      }
    });
    // Behind a migration that waits for as long as it takes, the first of them would have waited for the others.
    expect(waits.length).toBeGreaterThan(5);
    expect(Math.max(...waits)).toBeGreaterThan(50);
    await others.query('COMMIT');
    expect(await applied).toEqual(['2_column']);
  });

  it('gives up in the end, says why, and leaves nothing', async () => {
    await expect(apply(migrator, { ...PATIENCE, giveUpMs: 300 })).rejects.toThrow(
      /2_column failed and was rolled back: .*lock timeout/,
    );
    await others.query('COMMIT');
    expect(await apply()).toEqual(['2_column']);
  });
});

describe('an index that is built concurrently', () => {
  beforeEach(async () => {
    await add('1_table', TABLE);
    await apply();
  });

  it('keeps nobody from writing, and a second migrator waits for it without being in its way', async () => {
    await add('2_index', '-- Found by title.\nCREATE INDEX CONCURRENTLY works_title ON works (title);\n');
    await others.query(`BEGIN; UPDATE works SET title = 'mine' WHERE id = 1`);
    await withClient(database.migratorUrl, async (second) => {
      const both = Promise.all([apply(), apply(second)]);
      await delay(300);
      await withClient(database.migratorUrl, (writer) =>
        writer.query(`SET statement_timeout = 2000; UPDATE works SET title = 'theirs' WHERE id = 2`),
      );
      await others.query('COMMIT');
      expect((await both).flat()).toEqual(['2_index']);
    });
    const { rows } = await others.query(
      `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'works_title'::regclass`,
    );
    expect(rows).toEqual([{ valid: true }]);
  });

  it('is built anew after it broke off', async () => {
    await add('2_index', 'CREATE UNIQUE INDEX CONCURRENTLY works_title ON works (title)');
    await expect(apply()).rejects.toThrow(/2_index failed/);
    await others.query(`UPDATE works SET title = id::text`);
    expect(await apply()).toEqual(['2_index']);
  });
});

it('is known to an app of that version once it was applied, and not before', async () => {
  const names = await migrationNames();
  await setUpDatabase(database.adminUrl, PASSWORDS, names.slice(0, -1));
  const worker = createDatabase({ url: database.workerUrl, max: 1 });
  try {
    await expect(worker.assertCurrent()).rejects.toThrow('The database lacks');
    await setUpDatabase(database.adminUrl, PASSWORDS);
    await worker.assertCurrent();
  } finally {
    await worker.close();
  }
});

describe('what a change does to those at work', () => {
  const before = `CREATE TABLE works (id int PRIMARY KEY, title text); CREATE TABLE old (id int);
    CREATE FUNCTION titles() RETURNS bigint LANGUAGE sql AS 'SELECT count(title) FROM works'; GRANT SELECT ON works TO holdout_api`;

  it.each([
    ['ALTER TABLE works DROP COLUMN title', ['works.title is gone']],
    ['ALTER TABLE works RENAME COLUMN title TO name', ['works.title is gone']],
    ['DROP TABLE old', ['old is gone']],
    ['DROP FUNCTION titles()', ['titles() is gone, or answers something else']],
    ['REVOKE SELECT ON works FROM holdout_api', ['holdout_api SELECT works is taken away']],
    [
      'ALTER TABLE works ALTER COLUMN id TYPE bigint',
      ['works.id is of another type', 'works is written anew'],
    ],
    [
      'ALTER TABLE works ADD COLUMN year int NOT NULL',
      ['works.year is required, and the version before does not write it'],
    ],
    [
      'ALTER TABLE works ALTER COLUMN title SET NOT NULL',
      ['works.title is required now: every row is looked at'],
    ],
    ['ALTER TABLE works ADD COLUMN at timestamptz DEFAULT clock_timestamp()', ['works is written anew']],
    [
      'ALTER TABLE works ADD CONSTRAINT short CHECK (length(title) < 99)',
      ['works.short is held against every row: add it NOT VALID, and VALIDATE it after'],
    ],
    [
      'CREATE INDEX ON works (title)',
      ['an index of works is built while nobody can write: build it CONCURRENTLY'],
    ],
    [
      `ALTER TABLE works ADD COLUMN year int NOT NULL DEFAULT 0, ADD CONSTRAINT short CHECK (length(title) < 99) NOT VALID;
       CREATE TABLE new (id int REFERENCES works (id), title text NOT NULL); CREATE INDEX ON new (title)`,
      [],
    ],
  ])('is told of: %s', async (sql, told) => {
    await migrator.query(before);
    expect(await interruptionsBy(migrator, () => migrator.query(sql))).toEqual(told);
  });
});

it(`is nothing, of every migration since ${SINCE}`, async () => {
  const names = await migrationNames();
  const later = names.filter((name) => name >= SINCE);
  await setUpDatabase(
    database.adminUrl,
    PASSWORDS,
    names.filter((name) => name < SINCE),
  );
  await withClient(database.adminUrl, async (client) => {
    const found: Record<string, string[]> = {};
    for (const name of later) {
      const sql = await readFile(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8');
      found[name] = await interruptionsBy(
        client,
        () => setUpDatabase(database.adminUrl, PASSWORDS, [name]),
        isConcurrent(sql),
      );
    }
    expect(found).toEqual(Object.fromEntries(later.map((name) => [name, []])));
  });
});

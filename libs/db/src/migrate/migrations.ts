import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { applyMigration, PATIENCE, type Migration, type Patience } from './apply.js';
import { migrationsIn } from './known.js';
import { MigrationError, assertServerVersion } from './roles.js';

/** Prisma's own table of records. This runner writes the same, so that `prisma migrate deploy` agrees. */
const RECORDS = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

/** The migrations of a folder, oldest first. */
async function readMigrations(folder: string): Promise<Migration[]> {
  const names = await migrationsIn(folder);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Names of the migrations still to be applied.
 * @throws MigrationError when an applied one was changed or is gone
 */
async function pending(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of rows) {
    const migration = known.get(name);
    if (!migration)
      throw new MigrationError(
        `The database has migration ${name}, which this version does not know. Update Holdout.`,
      );
    if (!finished)
      throw new MigrationError(
        `Migration ${name} was left unfinished by another tool. Repair it, then start again.`,
      );
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it was applied. Restore the file, and add a new migration.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

/**
 * Waits until no other migrator runs. It asks repeatedly instead of waiting inside a statement, because an index that is
 * built CONCURRENTLY waits for every running statement.
 */
async function whileAlone<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  // The lock that Prisma uses too. It ends with the session.
  const lock = 'SELECT pg_try_advisory_lock(72707369) AS held';
  while (!(await client.query<{ held: boolean }>(lock)).rows[0]?.held) await delay(200);
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock(72707369)');
  }
}

/**
 * Applies what is missing, each migration together with its record, while everything else goes on.
 * @param client connected as the owner of the tables
 * @param only names of those to apply; all without
 * @returns the names of the migrations that were applied
 * @throws MigrationError
 */
export async function migrate(
  client: pg.Client,
  folder: string,
  only?: readonly string[],
  patience: Patience = PATIENCE,
): Promise<string[]> {
  await assertServerVersion(client);
  const migrations = await readMigrations(folder);
  const unknown = only?.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown) throw new MigrationError(`Migration ${unknown} is not known to this version. Update Holdout.`);
  return whileAlone(client, async () => {
    await client.query(RECORDS);
    const missing = await pending(client, migrations);
    const chosen = missing.filter(({ name }) => !only || only.includes(name));
    for (const migration of chosen) await applyMigration(client, migration, patience);
    return chosen.map(({ name }) => name);
  });
}

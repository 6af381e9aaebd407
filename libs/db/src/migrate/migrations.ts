import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { MigrationError, assertServerVersion } from './roles.js';

/** Where Prisma keeps its records; this runner keeps the same, so that `prisma migrate deploy` agrees. */
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

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The migrations of a folder, oldest first. */
async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Names of the migrations that are to be applied. @throws MigrationError when an applied one was changed or is gone. */
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
 * Applies what is missing, each migration in a transaction of its own together with its record.
 * @param client connected as the owner of the tables
 * @param only names of those to apply; all without
 * @returns the names of the migrations that were applied
 * @throws MigrationError
 */
export async function migrate(
  client: pg.Client,
  folder: string,
  only?: readonly string[],
): Promise<string[]> {
  await assertServerVersion(client);
  const migrations = await readMigrations(folder);
  const unknown = only?.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown) throw new MigrationError(`Migration ${unknown} is not known to this version. Update Holdout.`);
  // The lock that Prisma takes too. It waits for another migrator and ends with the session.
  await client.query('SELECT pg_advisory_lock(72707369)');
  try {
    await client.query(RECORDS);
    const applied: string[] = [];
    for (const { name, sql, checksum } of await pending(client, migrations)) {
      if (only && !only.includes(name)) continue;
      await client.query('BEGIN');
      try {
        await client.query(sql);
        await client.query(
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
           VALUES ($1, $2, $3, now(), 1)`,
          [randomUUID(), checksum, name],
        );
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw new MigrationError(
          `Migration ${name} failed and was rolled back: ${(error as Error).message}`,
          { cause: error },
        );
      }
      applied.push(name);
    }
    return applied;
  } finally {
    await client.query('SELECT pg_advisory_unlock(72707369)');
  }
}

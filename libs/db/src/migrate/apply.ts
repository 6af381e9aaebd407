import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { MigrationError } from './roles.js';

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** How a migration gets the lock of a table that is in use. */
export interface Patience {
  /**
   * The longest wait for a lock, in milliseconds. Everyone who comes after a waiting migration waits behind it, readers too,
   * so this is how long the deployment may stand still.
   */
  lockMs: number;
  /** The pause between two attempts, in milliseconds, which lets those who waited go first. */
  pauseMs: number;
  /** How long attempts are made, in milliseconds. */
  giveUpMs: number;
}

export const PATIENCE: Patience = { lockMs: 2_000, pauseMs: 3_000, giveUpMs: 600_000 };

/** PostgreSQL's codes for a lock that was not available in time, and for a deadlock. */
const BUSY = new Set(['55P03', '40P01']);

/**
 * Applies one migration together with its record. All of it is one transaction, but for an index that is built CONCURRENTLY, which
 * PostgreSQL does outside of any: such a migration is that statement alone.
 * @param client connected as the owner of the tables
 * @throws MigrationError; nothing of the migration is left then
 */
export async function applyMigration(
  client: pg.Client,
  migration: Migration,
  patience: Patience,
): Promise<void> {
  try {
    if (isConcurrent(migration.sql)) await applyConcurrently(client, migration);
    else await applyInTransaction(client, migration, patience);
  } catch (error) {
    throw new MigrationError(
      `Migration ${migration.name} failed and was rolled back: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

export function isConcurrent(sql: string): boolean {
  return /^\s*(CREATE|DROP)\s+(UNIQUE\s+)?INDEX\s+CONCURRENTLY\s/im.test(sql);
}

async function applyInTransaction(
  client: pg.Client,
  migration: Migration,
  { lockMs, pauseMs, giveUpMs }: Patience,
): Promise<void> {
  for (const begun = Date.now(); ; await delay(pauseMs)) {
    await client.query('BEGIN');
    try {
      await client.query(`SET LOCAL lock_timeout = ${lockMs}`);
      await client.query(migration.sql);
      await record(client, migration);
      await client.query('COMMIT');
      return;
    } catch (error) {
      await client.query('ROLLBACK');
      const isBusy = BUSY.has((error as { code?: string }).code ?? '');
      if (!isBusy || Date.now() - begun > giveUpMs) throw error;
    }
  }
}

/** An interrupted attempt leaves an index that nobody uses but everybody keeps up to date, so that is dropped first. */
async function applyConcurrently(client: pg.Client, migration: Migration): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_index i
     JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT i.indisvalid AND pg_get_userbyid(c.relowner) = current_user`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX CONCURRENTLY ${name}`);
  await client.query(migration.sql);
  await record(client, migration);
}

async function record(client: pg.Client, { name, checksum }: Migration): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
}

import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { AdminError } from '../errors.js';
import { DigestStream } from './digest-stream.js';
import type { Manifest } from './manifest.js';

export type TableCopy = Manifest['tables'][number];

/**
 * The queue's schema stays behind: it holds tickets of runs, and a worker makes those anew from the rows. The records of
 * migrations are made by migrating.
 */
const SCHEMAS = ['public', 'auth'];
const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name,
         array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind = 'r' AND n.nspname = ANY($1) AND c.relname <> '_prisma_migrations'
  GROUP BY n.nspname, c.relname
  ORDER BY n.nspname, c.relname`;
const SEQUENCES = `
  SELECT schemaname AS schema, sequencename AS name, last_value::text AS value
  FROM pg_sequences WHERE schemaname = ANY($1) AND last_value IS NOT NULL ORDER BY 1, 2`;

const quoted = ({ schema, name }: { schema: string; name: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
const columnsOf = ({ columns }: { columns: readonly string[] }): string =>
  columns.map((column) => pg.escapeIdentifier(column)).join(', ');

/**
 * Every row as it was at one moment, a compressed file for each table in PostgreSQL's own text format.
 * @param client connected as a superuser
 * @throws AdminError when the role would be shown only some rows
 */
export async function copyTablesOut(
  client: pg.Client,
  folder: string,
): Promise<Pick<Manifest, 'tables' | 'sequences' | 'migrations' | 'server'>> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await requireSuperuser(client);
    const { rows: found } = await client.query<Pick<TableCopy, 'schema' | 'name' | 'columns'>>(TABLES, [
      SCHEMAS,
    ]);
    const tables: TableCopy[] = [];
    for (const table of found) tables.push(await copyOut(client, folder, table));
    const sequences = await client.query<Manifest['sequences'][number]>(SEQUENCES, [SCHEMAS]);
    const migrations = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, 1',
    );
    const server = await client.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    );
    return {
      tables,
      sequences: sequences.rows,
      migrations: migrations.rows.map(({ name }) => name),
      server: server.rows[0]?.version ?? '',
    };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function copyOut(
  client: pg.Client,
  folder: string,
  table: Pick<TableCopy, 'schema' | 'name' | 'columns'>,
): Promise<TableCopy> {
  const file = path.join('tables', `${table.schema}.${table.name}.copy.gz`);
  const source = client.query(copyTo(`COPY ${quoted(table)} (${columnsOf(table)}) TO STDOUT`));
  const digest = new DigestStream();
  await pipeline(source, createGzip(), digest, createWriteStream(path.join(folder, file), { mode: 0o600 }));
  return { ...table, rows: source.rowCount, file, sha256: digest.digest() };
}

/** Of a restore that has its rows and is not at its end. */
const markOf = ({ createdAt }: Pick<Manifest, 'createdAt'>): string => `restoring the backup of ${createdAt}`;

/** Whether a restore of this backup broke off after its rows. */
export async function hasRowsOf(client: pg.Client, manifest: Pick<Manifest, 'createdAt'>): Promise<boolean> {
  const { rows } = await client.query<{ mark: string | null }>(
    `SELECT obj_description('public'::regnamespace, 'pg_namespace') AS mark`,
  );
  return rows[0]?.mark === markOf(manifest);
}

/**
 * Puts the rows of a backup in the place of what the tables hold, all or nothing. Rules that rows had to meet when they
 * were written, and triggers that wrote others, do not run again: everything they made is in the backup.
 * @param client connected as a superuser to a database with the tables of the backup's migrations
 * @throws AdminError when a table lacks a row, or the role may not
 */
export async function copyTablesIn(
  client: pg.Client,
  folder: string,
  { tables, sequences, createdAt }: Pick<Manifest, 'tables' | 'sequences' | 'createdAt'>,
): Promise<void> {
  await client.query('BEGIN');
  try {
    await requireSuperuser(client);
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(`TRUNCATE ${tables.map(quoted).join(', ')}`);
    for (const table of tables) await copyIn(client, folder, table);
    for (const sequence of sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(sequence), sequence.value]);
    await client.query(`COMMENT ON SCHEMA public IS ${pg.escapeLiteral(markOf({ createdAt }))}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function copyIn(client: pg.Client, folder: string, table: TableCopy): Promise<void> {
  const target = client.query(copyFrom(`COPY ${quoted(table)} (${columnsOf(table)}) FROM STDIN`));
  await pipeline(createReadStream(path.join(folder, table.file)), createGunzip(), target);
  if (target.rowCount !== table.rows)
    throw new AdminError(
      `${table.file} gave ${target.rowCount} rows of ${table.rows}. Nothing was restored; use another backup.`,
    );
}

/** @throws AdminError naming the tables that hold rows */
export async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(TABLES, [SCHEMAS]);
  const filled: string[] = [];
  for (const table of rows) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rowCount) filled.push(table.name);
  }
  if (filled.length > 0)
    throw new AdminError(
      `The database is not empty: ${filled.slice(0, 5).join(', ')} ${filled.length === 1 ? 'has' : 'have'} rows. ` +
        'A backup is restored into an empty database only; make one, and name it in ADMIN_DATABASE_URL.',
    );
}

async function requireSuperuser(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ is: boolean; name: string }>(
    'SELECT rolsuper AS is, rolname AS name FROM pg_roles WHERE rolname = current_user',
  );
  if (!rows[0]?.is)
    throw new AdminError(
      `${rows[0]?.name ?? 'The role'} in ADMIN_DATABASE_URL is no superuser. Row-level security would hide rows from it, so that a backup would be incomplete.`,
    );
}

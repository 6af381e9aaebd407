import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { databaseOf, type TestDatabase } from './database.js';

/** A database that others copy, and a folder with what its rows refer to. */
export interface DatabaseTemplate {
  name: string;
  folder: string;
}

/**
 * A database that is filled by the first who asks, which takes seconds, and copied by everyone.
 * @param name of the database, and of the folder
 * @param fill fills a migrated database, and the folder
 */
export async function databaseTemplate(
  name: string,
  fill: (database: Omit<TestDatabase, 'drop'>, folder: string) => Promise<void>,
): Promise<DatabaseTemplate> {
  const [server, files] = [process.env['TEST_PG_ADMIN_URL'], process.env['TEST_FOLDER']];
  if (!server || !files) throw new Error('There is no test server: run under .config/jest.integration.mjs.');
  const template = { name, folder: path.join(files, name) };
  const client = new pg.Client(`${server}postgres`);
  await client.connect();
  try {
    // Another process may be at it: it ends first.
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return template;
    const unfinished = `${name}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE holdout_template`);
    await mkdir(`${template.folder}.new`, { recursive: true });
    await fill(databaseOf(server, unfinished), `${template.folder}.new`);
    await rename(`${template.folder}.new`, template.folder);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    return template;
  } finally {
    await client.end();
  }
}

import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { databaseOf } from './database.js';

const NAME = 'holdout_demo';

/** A database that others copy, and a folder with what its rows refer to. */
export interface DemoTemplate {
  name: string;
  folder: string;
}

/**
 * The database of the demo organizations: seeded by the first who asks, which takes seconds, and copied by everyone.
 * @param seed fills a migrated database, and a folder
 */
export async function demoTemplate(
  seed: (migratorUrl: string, folder: string) => Promise<void>,
): Promise<DemoTemplate> {
  const [server, files] = [process.env['TEST_PG_ADMIN_URL'], process.env['TEST_FOLDER']];
  if (!server || !files) throw new Error('There is no test server: run under .config/jest.integration.mjs.');
  const template = { name: NAME, folder: path.join(files, NAME) };
  const client = new pg.Client(`${server}postgres`);
  await client.connect();
  try {
    // Another process may be at it: it ends first.
    await client.query(`SELECT pg_advisory_lock(hashtextextended('${NAME}', 0))`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (rowCount) return template;
    const unfinished = `${NAME}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE holdout_template`);
    await mkdir(`${template.folder}.new`, { recursive: true });
    await seed(databaseOf(server, unfinished).migratorUrl, `${template.folder}.new`);
    await rename(`${template.folder}.new`, template.folder);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${NAME}`);
    return template;
  } finally {
    await client.end();
  }
}

// @ts-check
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ADMIN, startPostgres } from '../../infra/local/steps/postgres.mjs';
import { endWithUs } from './end-with-us.mjs';

export const PASSWORD = 'test';
export const TEMPLATE = 'holdout_template';
const ROLES = ['MIGRATOR', 'API', 'AUTH', 'WORKER', 'QUEUE'];

/** One PostgreSQL for the whole run, with a template database that each suite copies in about 100 ms. */
export default async function setUp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdout-test-'));
  chmodSync(folder, 0o755);
  // Durability costs time, and these data end with the run.
  const server = await startPostgres(folder, PASSWORD, () => undefined, [
    'fsync=off',
    'full_page_writes=off',
  ]);
  const callOff = endWithUs(server.pid, folder);
  const url = `postgresql://${ADMIN}:${PASSWORD}@127.0.0.1:${server.port}/`;
  const client = new pg.Client(`${url}postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const main = fileURLToPath(new URL('../../libs/db/dist/migrate.main.js', import.meta.url));
  const passwords = Object.fromEntries(ROLES.map((role) => [`HOLDOUT_${role}_PASSWORD`, PASSWORD]));
  const migrated = spawnSync(process.execPath, [main], {
    env: { ...process.env, NODE_OPTIONS: '', ADMIN_DATABASE_URL: url + TEMPLATE, ...passwords },
    encoding: 'utf8',
  });
  if (migrated.status !== 0) {
    await server.stop();
    callOff();
    throw new Error(`The test database could not be migrated: ${migrated.stderr || migrated.stdout}`);
  }
  process.env['TEST_PG_ADMIN_URL'] = url;
  Object.assign(globalThis, {
    holdoutTestServer: server,
    holdoutTestFolder: folder,
    holdoutTestCallOff: callOff,
  });
}

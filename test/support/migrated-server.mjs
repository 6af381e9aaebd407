// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ADMIN, startPostgres } from '../../infra/local/steps/postgres.mjs';

const PASSWORD = 'test';
const TEMPLATE = 'holdout_template';
const ROLES = ['MIGRATOR', 'API', 'AUTH', 'WORKER', 'QUEUE'];
// Durability costs time, and these data end with the run. They survive the server's own death all the same.
const SETTINGS = ['fsync=off', 'full_page_writes=off'];

/**
 * A PostgreSQL of the tests' own.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} [env] the server's
 */
export function startTestServer(folder, env) {
  return startPostgres(folder, PASSWORD, () => undefined, SETTINGS, env);
}

/**
 * A superuser's address, up to the name of the database.
 * @param {number} port
 */
export function adminUrlAt(port) {
  return `postgresql://${ADMIN}:${PASSWORD}@127.0.0.1:${port}/`;
}

/**
 * Makes the roles and the migrated template that each suite copies in about 100 ms.
 * @param {string} url of `adminUrlAt`
 * @throws {Error} with what the migration said
 */
export async function addTemplate(url) {
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
  if (migrated.status !== 0)
    throw new Error(`The test database could not be migrated: ${migrated.stderr || migrated.stdout}`);
}

/** The database this deployment uses: the embedded one, or the one DATABASE_URL names. */
import pg from 'pg';
import { StartError } from '../report.mjs';
import { ADMIN, startPostgres } from './postgres.mjs';

const NAME = 'holdout';
const MINIMUM_VERSION = 14;
const CONNECT_TIMEOUT_MS = 10_000;

/** @typedef {{ adminUrl: string, urlFor: (role: string, password: string) => string, stop: () => Promise<void> }} Database */

/**
 * @param {{ dataDir: string, adminPassword: string, env: NodeJS.ProcessEnv, log: (line: string) => void }} options
 * @returns {Promise<Database>}
 * @throws {StartError} when the server cannot be reached, is too old or may not be set up by this role
 */
export async function openDatabase({ dataDir, adminPassword, env, log }) {
  if (env.DATABASE_URL) return openExisting(env.DATABASE_URL);
  const server = await startPostgres(dataDir, adminPassword, log);
  const url = `postgresql://${ADMIN}:${adminPassword}@127.0.0.1:${server.port}/`;
  try {
    await createIfMissing(`${url}postgres`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...urls(`${url}${NAME}`), stop: server.stop };
}

/** @param {string} url */
async function openExisting(url) {
  const where = describe(url);
  await withClient(url, where, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS major, rolsuper OR rolcreaterole AS may_create
       FROM pg_roles WHERE rolname = current_user`,
    );
    if (rows[0].major < MINIMUM_VERSION) {
      throw new StartError(
        `The PostgreSQL at ${where} is version ${rows[0].major}. Holdout needs version ${MINIMUM_VERSION} or newer.`,
      );
    }
    if (!rows[0].may_create) {
      throw new StartError(
        `The role in DATABASE_URL (${where}) may not create roles. Use a superuser, or: ALTER ROLE … CREATEROLE.`,
      );
    }
  });
  return { ...urls(url), stop: async () => {} };
}

/** @param {string} url */
async function createIfMissing(url) {
  await withClient(url, 'the embedded server', async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  });
}

/**
 * @param {string} url
 * @param {string} where
 * @param {(client: pg.Client) => Promise<void>} work
 */
async function withClient(url, where, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined); // a lost connection rejects the query below as well
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`The database at ${where} cannot be reached: ${reason(error)}`);
  }
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** @param {unknown} error */
function reason(error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  /** @type {Record<string, string>} */
  const known = {
    ECONNREFUSED: 'nothing listens there. Start the server, or correct DATABASE_URL.',
    ENOTFOUND: 'the host name is unknown. Correct DATABASE_URL.',
    '28P01':
      'the password is wrong. Correct DATABASE_URL; if you replaced secrets.json, restore it or use --reset.',
    28000: 'this user may not connect. Check DATABASE_URL and pg_hba.conf.',
    '3D000': 'that database does not exist. Create it, or correct DATABASE_URL.',
  };
  return known[code ?? ''] ?? `${message || code}. Check DATABASE_URL and that the server runs.`;
}

/** Host, port and database of a URL, without its password. @param {string} url */
function describe(url) {
  if (!URL.canParse(url))
    throw new StartError(
      'DATABASE_URL is not a URL. It looks like postgresql://user:password@host:5432/database',
    );
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

/** @param {string} adminUrl */
function urls(adminUrl) {
  return {
    adminUrl,
    urlFor: (/** @type {string} */ role, /** @type {string} */ password) =>
      Object.assign(new URL(adminUrl), { username: role, password: encodeURIComponent(password) }).href,
  };
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';

const PASSWORD = 'test';
const TEMPLATE = 'holdout_template';

export interface TestDatabase {
  name: string;
  /** Superuser: for arranging and for looking behind row-level security. */
  adminUrl: string;
  migratorUrl: string;
  apiUrl: string;
  authUrl: string;
  workerUrl: string;
  queueUrl: string;
  drop(): Promise<void>;
}

/** The addresses of a database for each role. */
export function databaseOf(server: string, name: string): Omit<TestDatabase, 'drop'> {
  const as = (role: string) => {
    const url = new URL(`${server}${name}`);
    url.username = role;
    url.password = PASSWORD;
    return url.href;
  };
  return {
    name,
    adminUrl: `${server}${name}`,
    migratorUrl: as('holdout_migrator'),
    apiUrl: as('holdout_api'),
    authUrl: as('holdout_auth'),
    workerUrl: as('holdout_worker'),
    queueUrl: as('holdout_queue'),
  };
}

/**
 * A migrated, empty database of its own. Call `drop` in afterAll, after every pool on it is closed.
 * @param server a superuser's address, up to the name of the database. @default the one that Jest's set-up started
 * @param template the database that it is a copy of
 */
export async function freshDatabase(
  server = process.env['TEST_PG_ADMIN_URL'],
  template = TEMPLATE,
): Promise<TestDatabase> {
  if (!server) throw new Error('TEST_PG_ADMIN_URL is not set: run under .config/jest.integration.mjs.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    ...databaseOf(server, name),
    drop: () => asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** A database with nothing in it. */
export async function emptyDatabase(server = process.env['TEST_PG_ADMIN_URL']): Promise<TestDatabase> {
  if (!server) throw new Error('TEST_PG_ADMIN_URL is not set: run under .config/jest.integration.mjs.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `CREATE DATABASE ${name}`);
  return {
    ...databaseOf(server, name),
    drop: () => asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  await withClient(`${server}postgres`, (client) => client.query(statement));
}

/** A connection of its own while `work` runs. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

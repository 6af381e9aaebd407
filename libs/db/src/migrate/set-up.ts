import { migrateQueue } from '@holdout/jobs';
import pg from 'pg';
import { MIGRATIONS } from './known.js';
import { migrate } from './migrations.js';
import { prepareRoles, type LoginRole, type RolePasswords } from './roles.js';

/** The same server and database, as another role. */
export function urlAs(url: string, role: LoginRole, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.href;
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The queue's migrations create their schema even if it exists, which requires the permission to create one. It is granted
 * only for that time.
 */
async function setUpQueue(admin: pg.Client, queueUrl: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
  const database = pg.escapeIdentifier(rows[0]?.name ?? '');
  await admin.query(`GRANT CREATE ON DATABASE ${database} TO holdout_queue`);
  try {
    await connected(queueUrl, migrateQueue);
  } finally {
    await admin.query(`REVOKE CREATE ON DATABASE ${database} FROM holdout_queue`);
  }
}

/**
 * Roles, tables and the queue's schema, from an empty database or a half-finished one.
 * @param adminUrl a role that may create roles, in the database that Holdout is to use
 * @param only names of the migrations to apply, for rows that were written under these; all without
 * @returns the names of the migrations that were applied
 * @throws MigrationError; errors of the connection
 */
export async function setUpDatabase(
  adminUrl: string,
  passwords: RolePasswords,
  only?: readonly string[],
): Promise<string[]> {
  await connected(adminUrl, (client) => prepareRoles(client, passwords));
  const applied = await connected(urlAs(adminUrl, 'holdout_migrator', passwords.holdout_migrator), (client) =>
    migrate(client, MIGRATIONS, only),
  );
  await connected(adminUrl, (admin) =>
    setUpQueue(admin, urlAs(adminUrl, 'holdout_queue', passwords.holdout_queue)),
  );
  return applied;
}

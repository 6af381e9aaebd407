import pg from 'pg';

/** Roles that can log in. The caller provides their passwords. */
export const LOGIN_ROLES = [
  'holdout_migrator',
  'holdout_api',
  'holdout_auth',
  'holdout_worker',
  'holdout_queue',
] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export type RolePasswords = Readonly<Record<LoginRole, string>>;

/** Owns the functions that look across organizations. Nobody can log in as this role. */
const SYSTEM_ROLE = 'holdout_system';

/** The schemas that a login role finds without naming them. */
const SEARCH_PATHS: Partial<Record<LoginRole, string>> = { holdout_auth: 'auth', holdout_queue: 'bullmq' };

/**
 * A lost machine sends no notice, and the operating system only checks after two hours. Until then its transactions keep
 * their locks, such as a run's row, which nobody can take over. In seconds; the last value applies to data that was sent but
 * not acknowledged.
 */
const GONE_AFTER = {
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 25_000,
};

const OLDEST_SERVER = 140000;

export class MigrationError extends Error {}

/** @throws MigrationError when the server is older than PostgreSQL 14. */
export async function assertServerVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; text: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
  );
  const found = rows[0];
  if (!found || Number(found.number) < OLDEST_SERVER) {
    throw new MigrationError(
      `PostgreSQL 14 or newer is needed; this server is ${found?.text ?? 'unknown'}. Use another server, or none: npm start brings its own.`,
    );
  }
}

async function assertMayCreateRoles(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ super: boolean; create: boolean }>(
    'SELECT rolsuper AS super, rolcreaterole AS create FROM pg_roles WHERE rolname = current_user',
  );
  const role = rows[0];
  if (!role?.super && !role?.create) {
    throw new MigrationError(
      'The role in ADMIN_DATABASE_URL may not create roles. Give it CREATEROLE, or use a superuser for the set-up.',
    );
  }
  return role.super;
}

/**
 * Creates the roles, schemas and permissions that the migrations need, in the database of `client`. Safe to repeat:
 * passwords are set again, nothing else changes.
 * @param client connected as a superuser, or as a role with CREATEROLE that owns the database
 * @throws MigrationError
 */
export async function prepareRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  await assertServerVersion(client);
  const isSuperuser = await assertMayCreateRoles(client);
  const id = pg.escapeIdentifier;
  await client.query('BEGIN');
  try {
    // Two set-ups at the same time would both find a role missing.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('holdout roles', 0))`);
    const { rows } = await client.query<{ rolname: string }>(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'holdout\\_%'`,
    );
    const existing = new Set(rows.map((row) => row.rolname));
    if (!existing.has(SYSTEM_ROLE)) await client.query(`CREATE ROLE ${SYSTEM_ROLE} NOLOGIN NOINHERIT`);
    for (const role of LOGIN_ROLES) {
      if (!existing.has(role)) await client.query(`CREATE ROLE ${role} LOGIN`);
      await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(passwords[role])}`);
      await client.query(`ALTER ROLE ${role} SET TimeZone = 'UTC'`);
      for (const [name, value] of Object.entries(GONE_AFTER))
        await client.query(`ALTER ROLE ${role} SET ${name} = ${value}`);
      if (SEARCH_PATHS[role])
        await client.query(`ALTER ROLE ${role} SET search_path = ${SEARCH_PATHS[role]}`);
    }
    // The migrator hands functions over to the system role.
    await client.query(`GRANT ${SYSTEM_ROLE} TO holdout_migrator`);
    const database = await client.query<{ name: string }>('SELECT current_database() AS name');
    const name = id(database.rows[0]?.name ?? '');
    if (!isSuperuser) await client.query('GRANT holdout_migrator, holdout_queue TO CURRENT_USER');
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${LOGIN_ROLES.join(', ')}`);
    await client.query(`GRANT CREATE ON DATABASE ${name} TO holdout_migrator`);
    await client.query('ALTER SCHEMA public OWNER TO holdout_migrator');
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await client.query('CREATE SCHEMA IF NOT EXISTS bullmq AUTHORIZATION holdout_queue');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

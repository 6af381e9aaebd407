import { randomBytes } from 'node:crypto';
import { LOGIN_ROLES, setUpDatabase, type RolePasswords } from '@holdout/db';
import pg from 'pg';
import type { LabDatabase } from './grading-lab.js';

/** Roles belong to the whole server, so every database made here uses the same password. */
const PASSWORD = 'holdout-test';

/** A new, migrated database on the test server, and how to drop it. */
export async function labDatabase(serverUrl: string): Promise<LabDatabase & { drop(): Promise<void> }> {
  const name = `lab_${randomBytes(6).toString('hex')}`;
  const onServer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const passwords = Object.fromEntries(LOGIN_ROLES.map((role) => [role, PASSWORD])) as RolePasswords;
  await setUpDatabase(url.href, passwords);
  return {
    adminUrl: url.href,
    password: PASSWORD,
    drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

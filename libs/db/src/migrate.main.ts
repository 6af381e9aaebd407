import { LOGIN_ROLES, MigrationError, type RolePasswords } from './migrate/roles.js';
import { setUpDatabase } from './migrate/set-up.js';

/** `holdout_api` → `HOLDOUT_API_PASSWORD` */
const passwordVariable = (role: string) => `${role.toUpperCase()}_PASSWORD`;

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new MigrationError(`${name} is not set.`);
  return value;
}

try {
  const passwords = Object.fromEntries(
    LOGIN_ROLES.map((role) => [role, required(passwordVariable(role))]),
  ) as RolePasswords;
  const applied = await setUpDatabase(required('ADMIN_DATABASE_URL'), passwords);
  console.log(applied.length ? `Applied ${applied.length} migrations.` : 'The database is up to date.');
} catch (error) {
  console.error(
    error instanceof MigrationError ? error.message : `The database could not be set up: ${String(error)}`,
  );
  process.exitCode = 1;
}

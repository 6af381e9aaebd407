import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RolePasswords } from '@holdout/db';

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** Of the roles in every test's database. */
export const PASSWORDS: RolePasswords = {
  holdout_migrator: 'test',
  holdout_api: 'test',
  holdout_auth: 'test',
  holdout_worker: 'test',
  holdout_queue: 'test',
};

/** Oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

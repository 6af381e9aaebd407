import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The path of prisma/migrations, from src/migrate and dist/migrate alike. */
export const MIGRATIONS = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url));

/** Names of the migrations in a folder, oldest first. */
export async function migrationsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The database is older than this version. */
export class SchemaBehindError extends Error {
  constructor(readonly missing: readonly string[]) {
    super(
      `The database lacks ${missing.length} migration${missing.length === 1 ? '' : 's'} of this version. They are applied by the set-up.`,
    );
  }
}

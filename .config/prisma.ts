import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

/** Prisma's own downloads are switched off: generating needs no engine, and migrations are run by libs/db. */
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= '1';

const inRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  schema: inRoot('../prisma/schema'),
  migrations: { path: inRoot('../prisma/migrations') },
  datasource: {
    url: process.env.MIGRATOR_DATABASE_URL ?? 'postgresql://holdout_migrator@127.0.0.1:5432/holdout',
  },
});

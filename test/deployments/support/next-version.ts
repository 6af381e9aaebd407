import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readableByAll } from './deployment.js';
import type { Machine } from './machine.js';

const MIGRATIONS: Readonly<Record<string, string>> = {
  '29990101000000_next_column': 'ALTER TABLE runs ADD COLUMN next int;\n',
  '29990101000100_next_index': 'CREATE INDEX CONCURRENTLY runs_next ON runs (next);\n',
};
export const NEXT_MIGRATIONS = Object.keys(MIGRATIONS);

/** Images of a version that has two migrations more, on a machine's engine. Answers what its .env names them by. */
export async function makeNextVersion(machine: Machine): Promise<Record<string, string>> {
  const added = path.join(machine.folder, 'migrations');
  for (const [name, sql] of Object.entries(MIGRATIONS)) {
    await mkdir(path.join(added, name), { recursive: true });
    await writeFile(path.join(added, name, 'migration.sql'), sql);
  }
  readableByAll(added);
  const docker = (...args: string[]): string =>
    execFileSync('docker', args, {
      env: { ...process.env, DOCKER_HOST: machine.engine.host },
      encoding: 'utf8',
    }).trim();
  for (const app of ['api', 'worker']) {
    const container = docker('create', `holdout/${app}`);
    docker('cp', `${added}/.`, `${container}:/app/prisma/migrations`);
    docker('commit', container, `holdout/${app}-next`);
    docker('rm', container);
  }
  return { HOLDOUT_API_IMAGE: 'holdout/api-next', HOLDOUT_WORKER_IMAGE: 'holdout/worker-next' };
}

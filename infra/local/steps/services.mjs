/** The four programs that make up a running deployment. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { existsSync } from 'node:fs';
import { ROOT } from '../options.mjs';
import { canAccess, ensureSystemUser, isRoot } from './users.mjs';

/**
 * The user api, web and gateway run as. It is in no group of the container engine: only the worker can reach that.
 * @param {string} dataDir
 * @param {(line: string) => void} log
 * @returns {Promise<import('./users.mjs').SystemUser | undefined>} undefined: they run as the user who started
 */
export async function serviceUser(dataDir, log) {
  if (!isRoot()) return undefined;
  const user = await ensureSystemUser('holdout');
  const needed = [ROOT, dataDir, path.join(ROOT, 'apps/api/dist'), path.join(ROOT, 'apps/web')].filter(
    existsSync,
  );
  if (
    needed.every((folder) => canAccess(user, folder, 'x')) &&
    canAccess(user, process.execPath, 'x') &&
    canAccess(user, path.join(ROOT, 'package.json'), 'r')
  ) {
    return user;
  }
  log(
    `the user ${user.name} cannot read ${ROOT}, so api and web run as root. Clone to a folder others may read to avoid that.`,
  );
  return undefined;
}

/**
 * @param {ReturnType<typeof import('./environment.mjs').environments>} env
 * @param {{ api: number, web: number, worker: number, public: number }} ports
 * @param {import('./users.mjs').SystemUser | undefined} user
 */
export function serviceSpecs(env, ports, user) {
  const instance = randomUUID();
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  return {
    worker: {
      name: 'worker',
      args: ['apps/worker/dist/main.js'],
      cwd: ROOT,
      env: env.worker,
      healthUrl: `http://127.0.0.1:${ports.worker}/health/ready`,
    },
    api: {
      name: 'api',
      args: ['apps/api/dist/main.js'],
      cwd: ROOT,
      env: env.api,
      user,
      healthUrl: `http://127.0.0.1:${ports.api}/health/ready`,
    },
    web: {
      name: 'web',
      args: [next, 'start', '--port', String(ports.web), '--hostname', '127.0.0.1'],
      cwd: path.join(ROOT, 'apps/web'),
      env: env.web,
      user,
      healthUrl: `http://127.0.0.1:${ports.web}/`,
    },
    // A port below 1024 needs the right to bind it, which the service user does not have.
    gateway: {
      name: 'gateway',
      args: ['infra/local/gateway.mjs'],
      cwd: ROOT,
      env: { ...env.gateway, GATEWAY_INSTANCE: instance },
      instance,
      user: ports.public < 1024 ? undefined : user,
      healthUrl: `http://127.0.0.1:${ports.public}/health/ready`,
    },
  };
}

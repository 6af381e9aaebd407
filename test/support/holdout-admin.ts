import { execFile, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodeEnvironment } from './node-environment.js';

const MAIN = fileURLToPath(new URL('../../apps/admin/dist/main.js', import.meta.url));
const ROLES = ['migrator', 'api', 'auth', 'worker', 'queue'] as const;

export type AdminSettings = Readonly<Record<string, string>>;

export const ADMIN_SECRETS = {
  HOLDOUT_DEPLOYMENT_SECRET: 'ab'.repeat(32),
  ISSUER_KEY_SECRET: 'cd'.repeat(32),
};

/** A deployment's settings as `npm start` would write them. */
export function adminSettings(dataDir: string, adminUrl: string): AdminSettings {
  return {
    ...ADMIN_SECRETS,
    ADMIN_DATABASE_URL: adminUrl,
    HOLDOUT_DATA: dataDir,
    BLOB_DIR: path.join(dataDir, 'blobs'),
    VAULT_DIR: path.join(dataDir, 'vault'),
    ...Object.fromEntries(ROLES.map((role) => [`HOLDOUT_${role.toUpperCase()}_PASSWORD`, 'test'])),
  };
}

/** What `holdout-admin` prints. Rejects with what it complains about. */
export async function admin(args: readonly string[], settings: AdminSettings): Promise<string> {
  const env = { ...nodeEnvironment, ...settings };
  return (await promisify(execFile)(process.execPath, [MAIN, ...args], { env })).stdout;
}

/** Begins without waiting for its end. */
export function startAdmin(args: readonly string[], settings: AdminSettings): ChildProcess {
  const env = { ...nodeEnvironment, ...settings };
  return spawn(process.execPath, [MAIN, ...args], { env, stdio: 'ignore' });
}

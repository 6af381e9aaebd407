import { z } from 'zod';
import { databaseUrl } from './common.js';
import { contentSettings, requireWholeBucket, vaultSettings } from './content.js';
import { folder } from './folder.js';
import { load } from './load.js';

const secret = (of: string) =>
  z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, { error: 'must be 64 hexadecimal digits (32 random bytes)' })
    .describe(of);

const password = (role: string) => z.string().min(1).describe(`the password that ${role} gets`);

export const adminSettings = z
  .object({
    ADMIN_DATABASE_URL: databaseUrl('the database (a superuser)'),
    HOLDOUT_DATA: folder("this deployment's data"),
    ...contentSettings,
    ...vaultSettings,
    HOLDOUT_DEPLOYMENT_SECRET: secret('what the splits derive from and the vault is sealed with'),
    ISSUER_KEY_SECRET: secret('what the private keys of organizations are sealed with'),
    HOLDOUT_MIGRATOR_PASSWORD: password('holdout_migrator'),
    HOLDOUT_API_PASSWORD: password('holdout_api'),
    HOLDOUT_AUTH_PASSWORD: password('holdout_auth'),
    HOLDOUT_WORKER_PASSWORD: password('holdout_worker'),
    HOLDOUT_QUEUE_PASSWORD: password('holdout_queue'),
  })
  .superRefine(requireWholeBucket);
export type AdminConfig = z.infer<typeof adminSettings>;

/** @throws ConfigError naming every variable at fault */
export function loadAdminConfig(env: NodeJS.ProcessEnv = process.env): AdminConfig {
  return load('holdout-admin', adminSettings, env);
}

import { randomBytes } from 'node:crypto';
import type { GradingImages } from '../../support/images.js';

export const DOMAIN = 'learn.holdout.test';
export const BUCKET = 'holdout';
export const VAULT = 'holdout-vault';

const secret = (bytes: number): string => randomBytes(bytes).toString('hex');
const made = (bytes: number, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, secret(bytes)]));

/** What stands in example.env, filled in, for a name that no public authority vouches for. */
export function settings({ light, scorer }: GradingImages): Record<string, string> {
  const passwords = ['MIGRATOR', 'API', 'AUTH', 'WORKER', 'QUEUE'].map((role) => `HOLDOUT_${role}_PASSWORD`);
  const keys = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  const workerKeys = keys.map((name) => name.replace('S3_', 'S3_WORKER_'));
  return {
    COMPOSE_PROJECT_NAME: 'holdout',
    COMPOSE_PROFILES: 'store',
    HOLDOUT_DOMAIN: DOMAIN,
    HOLDOUT_CERTIFICATE: 'internal',
    ...made(32, ['HOLDOUT_DEPLOYMENT_SECRET', 'ISSUER_KEY_SECRET', 'AUTH_SECRET']),
    ...made(16, ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', ...passwords, ...keys, ...workerKeys]),
    S3_BUCKET: BUCKET,
    S3_ENDPOINT: 'http://store:8333',
    IMAGE_LIGHT: light,
    IMAGE_SCORER: scorer,
    // Measuring anchors would take the machine from the tests for as long as they run.
    CALIBRATION_SPLITS: '0',
  };
}

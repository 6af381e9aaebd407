import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAdminConfig, type AdminConfig } from '@holdout/config';
import { AdminError } from '../errors.js';

const CHECKOUT = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * The settings of the deployment that `npm start` runs from this checkout or in HOLDOUT_DATA, as it wrote them down; what
 * the environment says goes before.
 * @throws ConfigError naming what is missing; AdminError when the file cannot be used
 */
export function readSettings(env: NodeJS.ProcessEnv): AdminConfig {
  const dataDir = path.resolve(env['HOLDOUT_DATA'] || path.join(CHECKOUT, '.holdout'));
  return loadAdminConfig({ HOLDOUT_DATA: dataDir, ...written(path.join(dataDir, 'admin.json')), ...env });
}

function written(file: string): NodeJS.ProcessEnv {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ProcessEnv;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new AdminError(`${file} cannot be read: ${(error as Error).message}. npm start writes it anew.`);
  }
}

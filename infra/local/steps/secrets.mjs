/** Secrets of this deployment: made once, kept in a file only its owner reads. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../report.mjs';

const NAMES = /** @type {const} */ ([
  'deploymentSecret',
  'issuerKeySecret',
  'authSecret',
  'adminPassword',
  'migratorPassword',
  'apiPassword',
  'authPassword',
  'workerPassword',
  'queuePassword',
]);

/** @typedef {Record<(typeof NAMES)[number], string>} Secrets hexadecimal, 32 bytes each */

/**
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function ensureSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const known = existsSync(file) ? read(file) : {};
  if (NAMES.every((name) => known[name])) return /** @type {Secrets} */ (known);
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, known[name] ?? randomBytes(32).toString('hex')]),
  );
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return /** @type {Secrets} */ (secrets);
}

/** @param {string} file @returns {Partial<Secrets>} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Never replaced silently: hidden data is encrypted with what it held.
    throw new StartError(
      `${file} is damaged. Restore it from a backup, or delete this deployment's data with npm start -- --reset.`,
    );
  }
}

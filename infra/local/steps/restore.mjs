/** `npm start -- --restore FOLDER`: a new deployment with what another one backed up. `holdout-admin` does the work. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

/**
 * @param {string} backup
 * @param {string} dataDir
 * @throws {StartError} when there is nothing to restore, or data in the way
 */
export function restoreSettings(backup, dataDir) {
  if (!existsSync(path.join(backup, 'manifest.json')))
    throw new StartError(`${backup} is no backup: it has no manifest.json. holdout-admin backup makes one.`);
  if (existsSync(path.join(dataDir, 'secrets.json')))
    throw new StartError(
      `${dataDir} holds a deployment already. Restore into a new one (HOLDOUT_DATA=/some/folder npm start -- --restore …), or delete this one first with --reset.`,
    );
  // The secrets among them open everything else, so they have to be there first.
  const settings = path.join(backup, 'settings');
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(settings)) cpSync(settings, dataDir, { recursive: true });
}

/**
 * @param {string} backup
 * @param {NodeJS.ProcessEnv} env of holdout-admin
 * @param {string} logFile
 */
export async function restoreRows(backup, env, logFile) {
  await runCommand(process.execPath, ['apps/admin/dist/main.js', 'restore', backup], {
    cwd: ROOT,
    env,
    logFile,
    label: 'restoring the backup',
  });
}

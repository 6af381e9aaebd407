/** `npm start -- --restore FOLDER`: a new deployment with what another one backed up. `holdout-admin` does the work. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

/** What a backup has of the data folder itself. The secrets open everything else, so they have to be there first. */
const SETTINGS = ['secrets.json', 'cli.json', 'sample-graded'];

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
  mkdirSync(dataDir, { recursive: true });
  for (const name of SETTINGS) {
    const file = path.join(backup, 'settings', name);
    if (existsSync(file)) cpSync(file, path.join(dataDir, name));
  }
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

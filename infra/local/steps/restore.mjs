/** `npm start -- --restore FOLDER`: a new deployment with what another one backed up. `holdout-admin` does the work. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

/** There while a restore is under way, and after one that broke off: what is there then is no deployment. Names the backup. */
const UNDER_WAY = 'restoring';

/**
 * @param {string} dataDir
 * @throws {StartError} when a restore broke off here
 */
export function refuseHalfRestored(dataDir) {
  const marker = path.join(dataDir, UNDER_WAY);
  if (!existsSync(marker)) return;
  const backup = readFileSync(marker, 'utf8');
  throw new StartError(
    `${dataDir} is not restored yet: it broke off. Go on with npm start -- --restore ${backup}, or give it up with --reset.`,
  );
}

/**
 * @param {string} backup
 * @param {string} dataDir
 * @throws {StartError} when there is nothing to restore, or data in the way
 */
export function restoreSettings(backup, dataDir) {
  if (!existsSync(path.join(backup, 'manifest.json')))
    throw new StartError(`${backup} is no backup: it has no manifest.json. holdout-admin backup makes one.`);
  const marker = path.join(dataDir, UNDER_WAY);
  const brokeOff = existsSync(marker) && readFileSync(marker, 'utf8') === backup;
  if (existsSync(path.join(dataDir, 'secrets.json')) && !brokeOff)
    throw new StartError(
      `${dataDir} holds a deployment already. Restore into a new one (HOLDOUT_DATA=/some/folder npm start -- --restore …), or delete this one first with --reset.`,
    );
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(marker, backup);
  // The secrets among them open everything else, so they have to be there first.
  const settings = path.join(backup, 'settings');
  if (existsSync(settings)) cpSync(settings, dataDir, { recursive: true });
}

/**
 * @param {string} backup
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env of holdout-admin
 * @param {string} logFile
 */
export async function restoreRows(backup, dataDir, env, logFile) {
  await runCommand(process.execPath, ['apps/admin/dist/main.js', 'restore', backup], {
    cwd: ROOT,
    env,
    logFile,
    label: 'restoring the backup',
  });
  rmSync(path.join(dataDir, UNDER_WAY));
}

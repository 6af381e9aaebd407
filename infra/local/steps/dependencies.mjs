/** Installs the npm packages of the lock file when they are not all there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { node24, ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * npm writes node_modules/.package-lock.json last, so an interrupted installation is noticed, and one made by hand
 * (`npm ci`, `npm install`) is accepted.
 */
export function isInstalled() {
  const installedFile = path.join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(node24())) return false;
  const locked = packagesOf(path.join(ROOT, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  return Object.entries(locked).every(([name, wanted]) => {
    if (!name.includes('node_modules/')) return true;
    const found = installed[name];
    if (!found) return wanted.optional || wanted.devOptional; // builds for other platforms are left out
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} logFile
 * @throws {StartError} with npm's own words when it fails
 */
export async function installDependencies(logFile) {
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  await runCommand(
    command,
    [...args, 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'],
    {
      cwd: ROOT,
      logFile,
      label: 'npm ci',
    },
  );
  if (!existsSync(node24())) {
    throw new StartError(
      `npm did not install Node 24 for ${process.platform}/${process.arch}. Holdout runs on Linux, x64 or arm64.`,
    );
  }
}

/** @param {string} file @returns {Record<string, LockedPackage>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

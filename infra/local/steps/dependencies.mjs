/** Installs the npm packages of the lock file when they are not all there. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { node24, ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

const OLDEST_FOR_ALL_PACKAGES = 20;

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
 * npm leaves out, silently, optional packages that the Node it runs under is too old for, so it runs under Node 24 itself,
 * which a machine with an older one gets first.
 * @param {string} logFile
 * @param {(pid: number) => void} [onStart] is told of each npm that runs, leader of its process group
 * @throws {StartError} with npm's own words when it fails
 */
export async function installDependencies(logFile, onStart) {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_FOR_ALL_PACKAGES) {
    await npm(process.execPath, ['ci', '--include=dev', '--include=optional'], ROOT, logFile, onStart);
  } else {
    const folder = mkdtempSync(path.join(tmpdir(), 'holdout-node-'));
    try {
      const name = path.relative(ROOT, node24()).split(path.sep)[1] ?? '';
      const { version } = packagesOf(path.join(ROOT, 'package-lock.json'))[`node_modules/${name}`] ?? {};
      await npm(process.execPath, ['install', '--no-save', `${name}@${version}`], folder, logFile, onStart);
      const newer = path.join(folder, 'node_modules', name, 'bin/node');
      await npm(newer, ['ci', '--include=dev', '--include=optional'], ROOT, logFile, onStart);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  if (!existsSync(node24())) {
    throw new StartError(
      `npm did not install Node 24 for ${process.platform}/${process.arch}. Holdout runs on Linux, x64 or arm64.`,
    );
  }
}

/**
 * @param {string} node the Node to run npm under
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} logFile
 * @param {((pid: number) => void) | undefined} onStart
 */
async function npm(node, args, cwd, logFile, onStart) {
  const script = process.env.npm_execpath;
  const [command, ...first] = script?.endsWith('.js') ? [node, script] : ['npm'];
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  const quiet = ['--no-audit', '--no-fund'];
  const label = `npm ${args[0]}`;
  await runCommand(command, [...first, ...args, ...quiet], {
    cwd,
    env,
    logFile,
    label,
    ...(onStart && { onStart }),
  });
}

/** @param {string} file @returns {Record<string, LockedPackage>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

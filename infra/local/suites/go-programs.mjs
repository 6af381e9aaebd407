/** Programs that neither Debian nor npm packages: built once from their Go modules and kept next to the packages. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

const CACHE = path.join(ROOT, 'node_modules/.cache');

/** @param {string[]} args @param {string} [cwd] */
export function go(args, cwd) {
  return runCommand('go', args, {
    ...(cwd && { cwd }),
    env: { ...process.env, CGO_ENABLED: '0' },
    label: `go ${args[0]}`,
  });
}

/** @param {string} module with its version @returns {Promise<string>} the folder that the module was brought to */
export async function moduleFolder(module) {
  const { stdout } = await go(['mod', 'download', '-json', module]);
  return String(JSON.parse(stdout).Dir);
}

/**
 * A folder with what `build` writes into it, created if it does not exist yet.
 * @param {string} name
 * @param {(folder: string) => Promise<unknown>} build
 * @returns {Promise<string>}
 */
export async function builtOnce(name, build) {
  const folder = path.join(CACHE, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    await build(partial);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw new StartError(
      `The tests of deployments build ${name} with Go 1.26 or newer (https://go.dev/dl).\n${/** @type {Error} */ (error).message}`,
    );
  }
  renameSync(partial, folder);
  return folder;
}

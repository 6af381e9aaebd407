/** Installing Debian packages for set-up, without recommends, waiting for whoever else holds the package lock. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartError } from './report.mjs';

const OPTIONS = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
/** @type {Promise<string | undefined> | undefined} why the lists could not be refreshed, if they could not */
let listsFailure;
/** @type {Promise<void>} apt-get runs one at a time in this process */
let queue = Promise.resolve();

/** True on Debian and its relatives when this process is root. */
export function canInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Install packages; package lists are refreshed once per process.
 * @param {string[]} packages
 * @param {(line: string) => void} [log]
 * @returns {Promise<void>}
 * @throws {StartError} with the last lines of apt-get's output and what to do
 */
export function aptInstall(packages, log = () => {}) {
  const run = queue.then(async () => {
    // A broken third-party package list must not stop us. The installation below shows whether the packages we need are
    // available.
    listsFailure ??= apt(['-o', 'APT::Update::Error-Mode=any', 'update']).then(
      () => undefined,
      (error) => error.message,
    );
    const failure = await listsFailure;
    if (failure) log(failure.trim().split('\n').at(-1) ?? '');
    try {
      await apt(['install', '-y', '--no-install-recommends', ...packages]);
    } catch (error) {
      throw new StartError(
        `${failure ?? /** @type {Error} */ (error).message}\nDebian's packages are needed here (${packages.join(', ')}). Check the network and the sources of apt, then start again.`,
      );
    }
  });
  queue = run.catch(() => undefined); // the caller gets the failure; the next in line starts regardless
  return run;
}

/** @param {string[]} args */
function apt(args) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const child = spawn('apt-get', [...OPTIONS, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      let tail = '';
      const keep = (/** @type {Buffer} */ chunk) => (tail = (tail + chunk).slice(-2_000));
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0
          ? resolve()
          : reject(
              new Error(
                `apt-get ${args.join(' ')} failed:\n${tail.trimEnd().split('\n').slice(-5).join('\n')}`,
              ),
            ),
      );
    })
  );
}

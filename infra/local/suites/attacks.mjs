/** The attack corpus (test/attacks): every attack with its control on and off. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from '../steps/build.mjs';
import { isRoot } from '../steps/users.mjs';
import { runJest } from './jest.mjs';
import { needGrading } from './prerequisites.mjs';

/** The attacks that `npm test` also runs, by name: one each on the network, labels, a limit and an archive. */
const CHOSEN = 'listener on the host|canary|fork bomb|: symlink';

/** gVisor's runtime, and where Debian's package installs it. */
const GVISOR = 'runsc';
const GVISOR_PROGRAM = '/usr/bin/runsc';

/**
 * All of them, on the default runtime and on gVisor where it is installed; prints a table for each.
 * @param {string} log
 */
export async function attacks(log) {
  const counts = [];
  for (const runtime of runtimes()) {
    const table = `${log}.${runtime}.txt`;
    rmSync(table, { force: true });
    // Device isolation does not depend on the runtime, so these attacks need to run only once.
    const args = runtime === GVISOR ? ['corpus'] : [];
    counts.push(await run(`${log}.${runtime}`, runtime, { ATTACKS_TABLE: table }, args));
    if (existsSync(table)) console.log(readFileSync(table, 'utf8'));
  }
  return counts;
}

/** @param {string} log */
export async function chosenAttacks(log) {
  const counts = await run(log, 'runc', {}, ['-t', CHOSEN]);
  return { ...counts, skipped: 0 }; // the others are not left out: they have a command of their own
}

/** @param {string} log @param {string} runtime @param {NodeJS.ProcessEnv} env @param {string[]} [args] */
async function run(log, runtime, env, args = []) {
  await build('server', log);
  const { dockerHost, images } = await needGrading();
  return runJest('jest.attacks.mjs', log, {
    env: {
      DOCKER_HOST: dockerHost,
      IMAGE_LIGHT: images.light,
      IMAGE_SCORER: images.scorer,
      ATTACKS_RUNTIME: runtime,
      ...env,
    },
    args: ['--runInBand', ...args],
  });
}

/**
 * gVisor is tried on an engine that only root can start (test/attacks/support), so that engines already running here
 * are left alone.
 */
const runtimes = () => ['runc', ...(isRoot() && existsSync(GVISOR_PROGRAM) ? [GVISOR] : [])];

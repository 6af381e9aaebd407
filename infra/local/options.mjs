/** Options and paths of `npm start`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartError } from './report.mjs';

/** The checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const USAGE = `npm start -- [options]
  --once        stop after the bundled sample is graded; exit 0 only if it was scored
  --json FILE   grade the sample and write its result to FILE
  --port N      the address becomes http://localhost:N (default 3000)
  --no-sample   do not grade the sample, not even on the first start
  --no-vision   leave out the project vision and the two large images that only it needs
  --reset       delete this deployment's data first
  --restore FOLDER  begin with what holdout-admin backed up there; only where there is no data yet
  --help        show this
Environment: DATABASE_URL (an existing PostgreSQL 14 or newer), REDIS_URL (put the queue on Redis), DOCKER_HOST,
HOLDOUT_DATA (where data is kept, default .holdout), HOLDOUT_HOST (address to listen on, default 127.0.0.1).`;

/**
 * @typedef {{ once: boolean, jsonFile: string | undefined, port: number, sample: boolean, vision: boolean, reset: boolean, restore: string | undefined, help: boolean,
 *   dataDir: string, host: string }} Options
 */

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Options}
 * @throws {StartError} for options that are unknown or contradict each other
 */
export function readOptions(args, env) {
  const values = parse(args);
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartError(`--port ${values.port} is not a port. Give a number between 1 and 65535.`);
  }
  const noSample = values['no-sample'] ?? false;
  if (noSample && (values.once || values.json)) {
    throw new StartError('--no-sample cannot be combined with --once or --json: both are about the sample.');
  }
  const from = env.INIT_CWD ?? process.cwd(); // npm changes to the checkout; paths are meant from where the user stands
  return {
    once: values.once ?? false,
    jsonFile: values.json === undefined ? undefined : path.resolve(from, values.json),
    port,
    sample: !noSample,
    vision: !values['no-vision'],
    reset: values.reset ?? false,
    restore: values.restore === undefined ? undefined : path.resolve(from, values.restore),
    help: values.help ?? false,
    dataDir: env.HOLDOUT_DATA ? path.resolve(from, env.HOLDOUT_DATA) : path.join(ROOT, '.holdout'),
    host: env.HOLDOUT_HOST ?? '127.0.0.1',
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        once: { type: 'boolean' },
        json: { type: 'string' },
        port: { type: 'string' },
        'no-sample': { type: 'boolean' },
        'no-vision': { type: 'boolean' },
        reset: { type: 'boolean' },
        restore: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** Node 24 from npm: several dependencies need it, and a fresh Debian machine has 20. */
export function node24() {
  const arch = { x64: 'x64', arm64: 'arm64' }[/** @type {string} */ (process.arch)];
  if (process.platform !== 'linux' || !arch) {
    return process.execPath; // checked for its version in the preflight
  }
  return path.join(ROOT, `node_modules/node-linux-${arch}/bin/node`);
}

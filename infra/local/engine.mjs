/** Finds a Docker Engine that can enforce limits; on Debian or Ubuntu, as root, installs and starts one. */
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { addressOf, call, callJson, EngineError } from './docker-api.mjs';
import { aptInstall, canInstall } from './apt.mjs';

const DEFAULT_SOCKET = '/var/run/docker.sock';
const LOG_FILE = '/var/log/holdout-dockerd.log';
const START_ATTEMPTS = 3; // after a `kill -9` of dockerd its pid file is left: the first start fails, the second works
const START_TIMEOUT_MS = 60_000;

/**
 * @typedef {{ socketPath: string | undefined, dockerHost: string, startedByUs: boolean, version: string }} Engine
 * `socketPath` is undefined only when DOCKER_HOST is a tcp address.
 */

/**
 * Find an engine, or install and start one.
 * @param {{ log?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Engine>}
 * @throws {EngineError} with a message that says what to do
 */
export async function ensureEngine({ log = () => {}, env = process.env } = {}) {
  const found = await findEngine(env);
  if (found) return { ...found, startedByUs: false };
  if (env.DOCKER_HOST) {
    throw new EngineError(
      `No Docker Engine answers at DOCKER_HOST (${env.DOCKER_HOST}). Start it, or unset DOCKER_HOST to use the local one.`,
    );
  }
  requireRootOnDebian();
  if (!onPath('dockerd')) {
    log('installing the Docker Engine (docker.io)');
    await aptInstall(['docker.io', 'iptables'], log);
    // If there is an init system, the package starts the service itself.
    const started = existsSync('/run/systemd/system') ? await waitForEngine(env, 10_000) : undefined;
    if (started) return { ...started, startedByUs: false };
  }
  log('starting dockerd');
  return { ...(await startEngine(env, log)), startedByUs: true };
}

/**
 * The first engine that answers, checked for limits; undefined when none is there.
 * @param {NodeJS.ProcessEnv} env
 */
async function findEngine(env) {
  const hosts = env.DOCKER_HOST ? [env.DOCKER_HOST] : localSockets(env).map((socket) => `unix://${socket}`);
  /** @type {string | undefined} */
  let denied;
  for (const host of hosts) {
    const state = await ping(host);
    if (state === 'answers') return inspectEngine(host);
    if (state === 'denied') denied ??= host;
  }
  if (denied) {
    throw new EngineError(
      `There is a Docker Engine at ${denied}, but this user may not use it. ` +
        `Add the user to the "docker" group (sudo usermod -aG docker ${os.userInfo().username}), log in again, and start once more.`,
    );
  }
  return undefined;
}

/** @param {NodeJS.ProcessEnv} env */
function localSockets(env) {
  return [
    DEFAULT_SOCKET,
    ...(env.XDG_RUNTIME_DIR ? [path.join(env.XDG_RUNTIME_DIR, 'docker.sock')] : []),
    path.join(os.homedir(), '.docker/run/docker.sock'),
  ];
}

/**
 * @param {string} host
 * @returns {Promise<'answers' | 'denied' | 'absent'>}
 */
async function ping(host) {
  try {
    const { status } = await call(addressOf(host), 'GET', '/_ping', { idleMs: 5_000 });
    return status === 200 ? 'answers' : 'absent';
  } catch (error) {
    if (error instanceof EngineError && error.message.startsWith('DOCKER_HOST')) throw error;
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EACCES' ? 'denied' : 'absent';
  }
}

/** @param {string} host */
async function inspectEngine(host) {
  const address = addressOf(host);
  const info = await callJson(address, 'GET', '/info', { idleMs: 30_000 });
  const missing = ['MemoryLimit', 'PidsLimit', 'CpuCfsQuota'].filter((limit) => info[limit] === false);
  if (missing.length > 0) {
    throw new EngineError(
      `The Docker Engine at ${host} cannot enforce limits (${missing.join(', ')}), so submissions would not be contained. ` +
        'Rootless engines need cgroup v2 with delegation; otherwise run the engine as root.',
    );
  }
  return { socketPath: address.socketPath, dockerHost: host, version: String(info.ServerVersion) };
}

function requireRootOnDebian() {
  if (canInstall()) return;
  const how =
    process.platform === 'linux'
      ? 'Install Docker Engine (https://docs.docker.com/engine/install/), start it, and try again. ' +
        'On Debian or Ubuntu, running this as root installs it for you.'
      : 'Install and start Docker Desktop (https://docs.docker.com/desktop/), and try again.';
  throw new EngineError(
    `No Docker Engine was found. Submissions only ever run in a sandbox, so one is needed. ${how}`,
  );
}

/** @param {string} program */
function onPath(program) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin', '/usr/local/bin'];
  return folders.some((folder) => folder && existsSync(path.join(folder, program)));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} log
 */
async function startEngine(env, log) {
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    const output = openSync(LOG_FILE, 'a');
    // Detached: grading containers and later starts outlive this process. --live-restore: containers outlive the engine.
    const daemon = spawn('dockerd', ['--live-restore'], {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
    });
    const ended = new Promise((resolve) => daemon.once('exit', resolve).once('error', resolve));
    daemon.unref();
    const engine = await Promise.race([waitForEngine(env, START_TIMEOUT_MS), ended.then(() => undefined)]);
    if (engine) return engine;
    log(`dockerd did not start (attempt ${attempt} of ${START_ATTEMPTS})`);
    await sleep(1_000);
  }
  const lines = readFileSync(LOG_FILE, 'utf8').trimEnd().split('\n');
  const reason = lines.filter((line) => /failed|error/i.test(line)).at(-1) ?? lines.at(-1);
  throw new EngineError(`The Docker Engine does not start. Its log (${LOG_FILE}) ends with: ${reason}`);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {number} timeoutMs
 */
async function waitForEngine(env, timeoutMs) {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(150)) {
    const engine = await findEngine(env);
    if (engine) return engine;
  }
  return undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureEngine({ log: console.error }).then(
    (engine) => console.log(JSON.stringify(engine)),
    (error) => {
      console.error(error instanceof EngineError ? error.message : error);
      process.exitCode = 1;
    },
  );
}

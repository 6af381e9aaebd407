/** One long-running program: started, watched, restarted if it exits by itself, and stopped in order. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killGroup } from './command.mjs';
import { say, StartError } from './report.mjs';

const LOG_BYTES = 10 * 1024 * 1024;
const STOP_TIMEOUT_MS = 12_000;
const STEADY_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
const HEALTH_TIMEOUT_MS = 90_000;

/**
 * instance: what it must answer in the header x-holdout-instance, where another program might answer in its place
 * @typedef {{ name: string, args: string[], cwd: string, env: NodeJS.ProcessEnv, healthUrl?: string, instance?: string,
 *   user?: import('./steps/users.mjs').SystemUser, logFolder: string, onStarted: (name: string, pid: number) => void }} ServiceSpec
 */

export class Service {
  /** @type {import('node:child_process').ChildProcess | undefined} */ #child;
  #isStopping = false;
  #isOver = false;
  #isHealthy = false;
  #pauseMs = 1_000;

  /** @param {ServiceSpec} spec */
  constructor(spec) {
    this.spec = spec;
    this.logFile = path.join(spec.logFolder, `${spec.name}.log`);
  }

  /**
   * Starts it and waits until its health address answers.
   * @throws {StartError} with the end of its log when it ends or does not answer in time
   */
  async start() {
    rotate(this.logFile);
    this.#spawn();
    const { healthUrl } = this.spec;
    for (const end = Date.now() + HEALTH_TIMEOUT_MS; Date.now() < end && this.#isRunning(); await sleep(50)) {
      if (!healthUrl || (await answers(healthUrl, this.spec.instance))) {
        this.#isHealthy = true;
        return;
      }
    }
    const state = this.#isRunning() ? `does not answer at ${healthUrl}` : 'ended while starting';
    throw new StartError(
      `The ${this.spec.name} ${state}. Its log (${this.logFile}) ends with:\n${lastLines(this.logFile)}`,
    );
  }

  /**
   * End it, do something that it must not run beside, and start it with another environment, whatever came of that.
   * @param {NodeJS.ProcessEnv} env
   * @param {() => Promise<void>} work
   * @throws {StartError} when it does not answer in time
   */
  async restart(env, work) {
    await this.#end();
    try {
      await work();
    } finally {
      this.spec.env = env;
      this.#isHealthy = false;
      if (!this.#isOver) {
        this.#isStopping = false;
        await this.start();
      }
    }
  }

  /** End it for good. */
  async stop() {
    this.#isOver = true;
    await this.#end();
  }

  /** Sends SIGTERM, and SIGKILL to whatever has not ended in time. */
  async #end() {
    this.#isStopping = true;
    const pid = this.#child?.pid;
    if (!this.#isRunning() || pid === undefined) return;
    const ended = new Promise((resolve) => this.#child?.once('exit', resolve));
    killGroup(pid, 'SIGTERM');
    const timer = new AbortController();
    await Promise.race([
      ended,
      sleep(STOP_TIMEOUT_MS, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
    if (this.#isRunning()) killGroup(pid, 'SIGKILL');
  }

  #isRunning() {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  #spawn() {
    const { name, args, cwd, env, user, onStarted } = this.spec;
    const output = openSync(this.logFile, 'a');
    const startedAt = Date.now();
    // Its own process group, so that Ctrl-C reaches only us and services end in the right order.
    const child = spawn(process.execPath, args, {
      cwd,
      env: user ? { ...env, HOME: '/nonexistent' } : env,
      ...(user && { uid: user.uid, gid: user.gid }),
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    this.#child = child;
    if (child.pid !== undefined) onStarted(name, child.pid);
    child.once('error', (error) => say(`  !  ${name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (this.#isStopping || !this.#isHealthy) return;
      if (Date.now() - startedAt > STEADY_MS) this.#pauseMs = 1_000;
      say(
        `  !  ${name} ended unexpectedly (${signal ?? `exit code ${code}`}); starting it again in ${this.#pauseMs / 1000} s. Its log: ${this.logFile}`,
      );
      setTimeout(() => this.#isStopping || this.#spawn(), this.#pauseMs);
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    });
  }
}

/** @param {string} url @param {string} [instance] */
async function answers(url, instance) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
    await response.body?.cancel();
    if (instance && response.headers.get('x-holdout-instance') !== instance) return false;
    return response.status < 500 && response.status !== 404;
  } catch (error) {
    // Not listening yet, or too busy to answer: try again until time is up.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
      return false;
    throw error;
  }
}

/**
 * Keeps one earlier log of limited size.
 * @param {string} file
 */
function rotate(file) {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
}

/** @param {string} file */
function lastLines(file) {
  return existsSync(file)
    ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
    : '(no log)';
}

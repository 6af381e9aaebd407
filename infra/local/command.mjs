/** Running programs during set-up. */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { StartError } from './report.mjs';

const TAIL_BYTES = 6_000;
const TAIL_LINES = 25;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Run a program to its end and return what it wrote to stdout.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, logFile?: string, label?: string,
 *   accept?: number[], onStart?: (pid: number) => void, onStderr?: (chunk: string) => void }} [options]
 *   logFile: everything the program writes is appended there; accept: exit codes that are no failure (default 0)
 * @returns {Promise<{ stdout: string, code: number }>}
 * @throws {StartError} with the last lines of its output when it cannot be started or ends with another code
 */
export function runCommand(command, args, options = {}) {
  const { logFile, label = command, accept = [0], onStart, onStderr, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    // A process group of its own, so that Ctrl-C reaches only us and we stop what we started in order.
    const child = spawn(command, args, {
      ...spawnOptions,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    if (child.pid !== undefined) onStart?.(child.pid);
    let stdout = '';
    let tail = '';
    /** @type {unknown} */
    let logFault;
    const keep = (/** @type {string} */ chunk) => {
      tail = (tail + chunk).slice(-TAIL_BYTES);
      if (!logFile || logFault) return;
      try {
        appendFileSync(logFile, chunk);
      } catch (error) {
        // Most likely the disk is full. The program would only fail later and less clearly, so end it and report this
        // instead.
        logFault = error;
        if (child.pid !== undefined) killGroup(child.pid, 'SIGTERM');
      }
    };
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      keep(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      keep(chunk);
      onStderr?.(chunk);
    });
    child.once('error', (error) => {
      running.delete(child);
      reject(new StartError(`${label} could not be started: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (logFault) return reject(logFault);
      if (code !== null && accept.includes(code)) return resolve({ stdout, code });
      const lines = tail.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
      reject(
        new StartError(
          `${label} failed (${signal ?? `exit code ${code}`}):\n${lines}${logFile ? `\nWhole log: ${logFile}` : ''}`,
        ),
      );
    });
  });
}

/** Ends every running program with its child processes. */
export function stopCommands() {
  for (const child of running) {
    if (child.pid !== undefined) killGroup(child.pid, 'SIGTERM');
  }
}

/**
 * Signal a process group; a group that is gone already is fine.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

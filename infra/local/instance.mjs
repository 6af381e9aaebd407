/**
 * One running instance for one data directory. The file names who holds it and what was started, so that a start after
 * `kill -9` finds and ends what was left behind.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killGroup } from './command.mjs';
import { StartError } from './report.mjs';

/** @typedef {{ name: string, pid: number, startedAt: string }} Member startedAt: start time as the kernel counts it */

const fileOf = (/** @type {string} */ dataDir) => path.join(dataDir, 'running.json');

/**
 * Take the data directory for this process, ending services that a killed instance left.
 * @param {string} dataDir
 * @param {(line: string) => void} log
 * @throws {StartError} when another instance runs on it
 */
export async function claimInstance(dataDir, log) {
  mkdirSync(dataDir, { recursive: true });
  const before = readMembers(dataDir);
  const holder = before.find((member) => member.name === 'start');
  if (holder && holder.pid !== process.pid && isAlive(holder)) {
    throw new StartError(
      `Holdout already runs on ${dataDir} (process ${holder.pid}). Stop it with Ctrl-C there, or give this one its own data: HOLDOUT_DATA=/some/folder npm start -- --port 3100`,
    );
  }
  writeMembers(dataDir, [self('start', process.pid), ...before.filter((member) => member.name !== 'start')]);
  const left = before.filter((member) => member.name !== 'start' && isAlive(member));
  if (left.length > 0)
    log(`Ending what an interrupted start left: ${left.map((member) => member.name).join(', ')}`);
  await endLeftovers(dataDir);
}

/**
 * End whatever this instance's file names, this process excepted.
 * @param {string} dataDir
 */
export async function endLeftovers(dataDir) {
  const left = readMembers(dataDir).filter((member) => member.pid !== process.pid && isAlive(member));
  for (const { pid } of left) killGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < 5_000 && left.some(isAlive); waited += 100) await sleep(100);
  for (const member of left.filter(isAlive)) killGroup(member.pid, 'SIGKILL');
  writeMembers(dataDir, [self('start', process.pid)]);
}

/**
 * Note a process of this instance.
 * @param {string} dataDir
 * @param {string} name
 * @param {number} pid leader of its own process group
 */
export function recordMember(dataDir, name, pid) {
  writeMembers(dataDir, [...readMembers(dataDir).filter((member) => member.name !== name), self(name, pid)]);
}

/** @param {string} dataDir */
export function releaseInstance(dataDir) {
  if (readMembers(dataDir).some((member) => member.name === 'start' && member.pid === process.pid)) {
    rmSync(fileOf(dataDir), { force: true });
  }
}

/** @param {string} name @param {number} pid @returns {Member} */
function self(name, pid) {
  return { name, pid, startedAt: startTime(pid) ?? '' };
}

/**
 * Whether this is the same process, and not another one with the same number.
 * @param {Member} member
 */
function isAlive({ pid, startedAt }) {
  return startTime(pid) === startedAt;
}

/** @param {number} pid @returns {string | undefined} undefined when there is no such process */
function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : rest[18];
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

/** @param {string} dataDir @returns {Member[]} */
function readMembers(dataDir) {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
  } catch (error) {
    // A half-written file was left by a crash. The processes it names cannot be trusted.
    if (error instanceof SyntaxError || /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT')
      return [];
    throw error;
  }
}

/** @param {string} dataDir @param {Member[]} members */
function writeMembers(dataDir, members) {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(members));
  renameSync(`${file}.new`, file);
}

/** What must be true before anything is changed on this machine. */
import { randomInt } from 'node:crypto';
import { mkdirSync, statfsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';
import { isInstalled } from './dependencies.mjs';

const GIB = 1024 ** 3;
/** Dependencies, images and builds of a first start, measured at about 4 GB. */
const FIRST_START_BYTES = 5 * GIB;
const LATER_START_BYTES = GIB / 2;

/**
 * @param {string} dataDir
 * @throws {StartError} when too little is free
 */
export function checkDisk(dataDir) {
  const needed = isInstalled() ? LATER_START_BYTES : FIRST_START_BYTES;
  mkdirSync(dataDir, { recursive: true });
  for (const folder of new Set([ROOT, dataDir])) {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    if (free < needed) {
      throw new StartError(
        `Only ${(free / GIB).toFixed(2)} GB is free where ${folder} lies; ${(needed / GIB).toFixed(2)} GB is needed. Free some space and start again.`,
      );
    }
  }
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 * @throws {StartError} when something else listens there
 */
export function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const others = `Choose another one: npm start -- --port ${port === 3000 ? 3100 : 3000}`;
      if (error.code === 'EADDRINUSE')
        return reject(new StartError(`Port ${port} is taken by another program. ${others}`));
      if (error.code === 'EACCES')
        return reject(new StartError(`This user may not listen on port ${port}. ${others}`));
      reject(new StartError(`Cannot listen on ${host}:${port}: ${error.message}. ${others}`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** Below those that systems give to connections that go out, which would take one between the asking and the listening. */
const [FIRST_PORT, END_PORT] = [20_000, 32_000];

/** A port nobody uses right now. @returns {Promise<number>} */
export async function freePort() {
  for (;;) {
    const port = randomInt(FIRST_PORT, END_PORT);
    if (await isFree(port)) return port;
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** @param {string} dataDir @returns {string} where the output of each service is kept */
export function logFolder(dataDir) {
  const folder = path.join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  return folder;
}

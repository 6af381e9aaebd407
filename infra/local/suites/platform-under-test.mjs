/** A whole deployment for browser tests: started by `npm start` on a free port, and deleted afterwards. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';
import { freePort } from '../steps/preflight.mjs';

const START_TIMEOUT_MS = 300_000;
/**
 * Below the ephemeral ports: the port is used only minutes after it was found free, and must not be taken meanwhile.
 */
const LTI_PORTS = { from: 20_000, to: 32_000 };

/**
 * @template T
 * @param {string} logFile
 * @param {(url: string, dataDir: string, ltiHost: string) => Promise<T>} work where a learning
 *   platform may listen that the deployment speaks to over http
 * @param {Record<string, string>} [settings] of its apps
 * @returns {Promise<T>}
 * @throws {StartError} with the end of its output when it does not come up
 */
export async function withPlatform(logFile, work, settings = {}) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'holdout-e2e-'));
  chmodSync(dataDir, 0o755); // the users postgres and holdout must get through
  const port = await freePort();
  const ltiHost = `localhost:${randomInt(LTI_PORTS.from, LTI_PORTS.to)}`;
  const startLog = logFile.replace(/\.log$/, '.start.log');
  const output = openSync(startLog, 'w');
  const args = ['infra/local/start.mjs', '--port', String(port), '--no-sample', '--no-vision'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Tests read its mail from the data folder, and wait for it as for credentials and grades. Measuring anchors would keep a core
    // busy as long as the tests run.
    env: {
      ...process.env,
      HOLDOUT_DATA: dataDir,
      SMTP_URL: '',
      CALIBRATION_SPLITS: '0',
      WORKER_ROUND_MS: '250',
      LTI_TEST_HOST: ltiHost,
      ...settings,
    },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  process.once('exit', () => child.kill('SIGTERM')); // also when the tests are interrupted
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await isUp(child, startLog);
    return await work(`http://localhost:${port}`, dataDir, ltiHost);
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {string} startLog */
async function isUp(child, startLog) {
  for (
    const end = Date.now() + START_TIMEOUT_MS;
    Date.now() < end && child.exitCode === null;
    await sleep(200)
  ) {
    if (readFileSync(startLog, 'utf8').includes('Holdout is up')) return;
  }
  throw new StartError(
    `The platform for browser tests did not come up:\n${readFileSync(startLog, 'utf8').trimEnd().split('\n').slice(-25).join('\n')}`,
  );
}

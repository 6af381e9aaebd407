/** Runs Jest and counts what it ran. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { buildEnvironment } from '../steps/build.mjs';

/** Tests start the apps about a hundred times. Node's compile cache from the first start serves the others. */
const COMPILED = path.join(ROOT, 'node_modules/.cache/compiled');

/**
 * @param {string} config file under .config
 * @param {string} logFile
 * @param {{ env?: NodeJS.ProcessEnv, args?: string[] }} [options]
 * @returns {Promise<import('./tally.mjs').Counts>}
 */
export async function runJest(config, logFile, { env = {}, args = [] } = {}) {
  const outputFile = `${logFile}.json`;
  rmSync(outputFile, { force: true });
  rmSync(logFile, { force: true });
  await runCommand(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/jest/bin/jest.js'),
      '-c',
      `.config/${config}`,
      '--json',
      `--outputFile=${outputFile}`,
      ...args,
    ],
    {
      cwd: ROOT,
      env: {
        ...buildEnvironment(),
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        NODE_COMPILE_CACHE: COMPILED,
        ...env,
      },
      logFile,
      label: `jest (${config})`,
      accept: [0, 1],
    },
  );
  if (!existsSync(outputFile)) return { passed: 0, failed: 1, skipped: 0, report: tail(logFile) };
  const result = JSON.parse(readFileSync(outputFile, 'utf8'));
  const broken = result.testResults.filter((/** @type {any} */ file) => file.status === 'failed');
  return {
    passed: result.numPassedTests,
    // A file that could not be loaded has no tests to count.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
    report: broken
      .map((/** @type {any} */ file) => `${path.relative(ROOT, file.name)}\n${file.message}`)
      .join('\n'),
  };
}

/** @param {string} file */
function tail(file) {
  return existsSync(file)
    ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-40).join('\n')
    : 'Jest wrote nothing.';
}

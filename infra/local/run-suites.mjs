/**
 * The suites of `npm test`. Under the Node a fresh machine has, it only installs the dependencies; then it runs itself again under Node 24.
 * Arguments name the suites or tiers to run (default: all suites), e.g. `npm test -- unit types`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopCommands } from './command.mjs';
import { node24, ROOT } from './options.mjs';
import { explain, say, seconds, step } from './report.mjs';
import { installDependencies, isInstalled } from './steps/dependencies.mjs';
import { checkDisk } from './steps/preflight.mjs';
import { fetchPrerequisites } from './suites/prerequisites.mjs';

const LOGS = path.join(ROOT, 'test/.artifacts');

try {
  mkdirSync(LOGS, { recursive: true });
  if (!isInstalled()) {
    checkDisk(ROOT);
    await Promise.all([
      step('dependencies (npm ci)', () => installDependencies(path.join(LOGS, 'npm.log'))),
      process.argv.length > 2 ? undefined : fetchAhead(),
    ]);
  }
  process.exitCode = process.execPath === node24() ? await runSuites() : runUnderNode24();
} catch (error) {
  say(`\n${explain(error)}`);
  process.exitCode = 1;
}

/** Downloads what all suites need while npm installs. A failure is reported by the suite `prerequisites`, which tries again. */
async function fetchAhead() {
  await step('engine, images, Redis, Chromium', fetchPrerequisites).catch(() => undefined);
}

function runUnderNode24() {
  const { status } = spawnSync(
    node24(),
    [fileURLToPath(new URL('./test.mjs', import.meta.url)), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  return status ?? 1;
}

/** @returns {Promise<number>} exit code */
async function runSuites() {
  const { LANES, TIERS } = await import('./suites/suites.mjs');
  const { tally } = await import('./suites/tally.mjs');
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      stopCommands();
      process.exit(130);
    });
  }
  const wanted = process.argv.slice(2);
  // A tier repeats tests of the suites or takes long, so it runs only when it is named.
  const lanes =
    wanted.length === 0
      ? LANES
      : [...LANES, ...Object.entries(TIERS).map(([name, suite]) => ({ [name]: suite }))];
  const known = lanes.flatMap((lane) => Object.keys(lane));
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    say(`There is no suite ${unknown.join(', ')}. Suites: ${known.join(', ')}.`);
    return 1;
  }
  const startedAt = Date.now();
  /** @type {import('./suites/tally.mjs').SuiteResult[]} */
  const results = [];
  // Lanes run one after the other, and the suites of a lane side by side, which is as much as two cores can handle.
  for (const lane of lanes) {
    const chosen = Object.entries(lane).filter(([name]) => wanted.length === 0 || wanted.includes(name));
    results.push(...(await Promise.all(chosen.map(([name, suite]) => runSuite(name, suite)))));
  }
  say(`\nAll suites took ${seconds(Date.now() - startedAt)}.`);
  return tally(results);
}

/**
 * @param {string} name
 * @param {import('./suites/suites.mjs').Suite} suite
 * @returns {Promise<import('./suites/tally.mjs').SuiteResult>}
 */
async function runSuite(name, suite) {
  const startedAt = Date.now();
  try {
    const counts = await step(name, () => suite(path.join(LOGS, `${name}.log`)));
    return { name, ms: Date.now() - startedAt, ...counts };
  } catch (error) {
    return { name, ms: Date.now() - startedAt, passed: 0, failed: 1, skipped: 0, report: explain(error) };
  }
}

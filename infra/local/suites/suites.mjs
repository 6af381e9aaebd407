/** The suites of `npm test`. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { say } from '../report.mjs';
import { build, buildEnvironment } from '../steps/build.mjs';
import { attacks, chosenAttacks } from './attacks.mjs';
import { auditDependencies } from './dependencies.mjs';
import { deployments } from './deployments.mjs';
import { randomFaults } from './faults.mjs';
import { checkDashboards } from './grafana.mjs';
import { runJest } from './jest.mjs';
import { withPlatform } from './platform-under-test.mjs';
import {
  fetchPrerequisites,
  needChromium,
  needGrading,
  needPrometheus,
  needPromtool,
  needRedis,
} from './prerequisites.mjs';
import { scan } from './scan.mjs';
import { runMypy, runPytest } from './python.mjs';

/** @typedef {(logFile: string) => Promise<import('./tally.mjs').Counts>} Suite */

const npmBin = (/** @type {string} */ name) => path.join(ROOT, 'node_modules/.bin', name);

/**
 * Counts a check that passes or fails as a whole as one test.
 * @param {string} label
 * @param {() => Promise<unknown>} work throws when the check fails
 * @returns {Promise<import('./tally.mjs').Counts>}
 */
async function asOneTest(label, work) {
  try {
    await work();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      report: error instanceof Error ? error.message : `${label}: ${error}`,
    };
  }
}

/** @param {string} label @param {string} command @param {string[]} args @param {string} logFile */
function check(label, command, args, logFile) {
  rmSync(logFile, { force: true });
  return asOneTest(label, () =>
    runCommand(command, args, { cwd: ROOT, env: buildEnvironment(), logFile, label }),
  );
}

/** @param {import('./tally.mjs').Counts[]} counts @returns {import('./tally.mjs').Counts} */
function sum(counts) {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
    skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
    report: counts
      .map(({ report }) => report)
      .filter(Boolean)
      .join('\n'),
  };
}

/** @type {Suite} */
const format = (log) => check('prettier', npmBin('prettier'), ['--check', '--log-level', 'warn', '.'], log);

/** @type {Suite} */
const lint = async (log) =>
  sum([
    await check(
      'eslint',
      npmBin('eslint'),
      ['-c', '.config/eslint.config.mjs', '--max-warnings', '0', '.'],
      log,
    ),
    await check(
      'dependency rules',
      npmBin('depcruise'),
      ['--config', '.config/dependency-cruiser.mjs', 'apps', 'libs', 'infra', 'prisma', 'test'],
      log,
    ),
    await check('unused code', npmBin('knip'), ['-c', '.config/knip.json', '--no-progress'], log),
    await check('ruff', process.execPath, ['infra/local/suites/ruff.mjs'], log),
  ]);

/**
 * Building the API writes the schema that its resolvers define, so that the committed file can be compared with it.
 * @param {string} log
 */
async function schemaIsCurrent(log) {
  const file = path.join(ROOT, 'apps/api/schema.graphql');
  const committed = readFileSync(file, 'utf8');
  await build('server', log);
  if (readFileSync(file, 'utf8') !== committed)
    throw new Error('apps/api/schema.graphql was out of date. It has been written anew: commit it.');
}

/** One compiler run each, so that files with the same options are read and checked only once. */
const PROGRAMS = [
  '.config/tsconfig.server.json',
  'apps/web/tsconfig.json',
  'prisma/tsconfig.json',
  'test/tsconfig.json',
  'infra/local/tsconfig.json',
  'infra/compose/tsconfig.json',
  'infra/images/tsconfig.json',
  'infra/kubernetes/tsconfig.json',
];

/**
 * TypeScript 7, the compiler in native code, checks; TypeScript 6 stays for the tools that call its API.
 * @param {string} log
 */
async function checkTypes(log) {
  const tsc = path.join(ROOT, 'node_modules/typescript-native/bin/tsc');
  await runCommand(npmBin('next'), ['typegen'], {
    cwd: path.join(ROOT, 'apps/web'),
    env: buildEnvironment(),
    label: 'types of the routes: next typegen',
  });
  const checks = [];
  for (const program of PROGRAMS)
    checks.push(
      await check(
        `types of ${program}`,
        process.execPath,
        [tsc, '-p', program, '--incremental', 'false'],
        log,
      ),
    );
  return sum(checks);
}

/** @type {Suite} */
const types = async (log) =>
  sum([
    await asOneTest('the API schema is current', () => schemaIsCurrent(log)),
    await asOneTest('generated GraphQL code', () =>
      runCommand(npmBin('graphql-codegen'), ['--config', 'codegen.ts', '--check'], {
        cwd: path.join(ROOT, 'apps/web'),
        env: buildEnvironment(),
        label:
          'generated GraphQL code is out of date (npm run generate:graphql -w apps/web): graphql-codegen --check',
      }),
    ),
    await checkTypes(log),
  ]);

/** What the suites after it need. Fetching takes the network, not the processors, so it goes on beside checks that take these. @type {Suite} */
const prerequisites = () => asOneTest('prerequisites', fetchPrerequisites);

/** @type {Suite} */
const unit = (log) => runJest('jest.unit.mjs', log, { args: ['--maxWorkers=2'] });

/** @type {Suite} */
const python = async () => {
  const { dockerHost, images } = await needGrading(['checks']);
  const image = String(images.checks);
  const mypy = await asOneTest('mypy', async () => {
    const { failures } = await runMypy({ dockerHost, image });
    if (failures) throw new Error(failures);
  });
  const { output, ...counts } = await runPytest({ dockerHost, image });
  return sum([mypy, { ...counts, ...(counts.failed > 0 && { report: output }) }]);
};

/**
 * Jest's integration cases, with built libraries, engine, images and Redis at hand.
 * @param {string[]} [args] which cases, as Jest's own arguments; all without
 * @param {string[]} [extra] images that they need beside light and scorer
 * @param {NodeJS.ProcessEnv} [settings] what the cases are told besides
 * @returns {Suite}
 */
const integrationOf =
  (args = [], extra = [], settings = {}) =>
  async (log) => {
    await build('server', log);
    const { dockerHost, images } = await needGrading(extra);
    await needRedis();
    const env = {
      ...settings,
      DOCKER_HOST: dockerHost,
      IMAGE_LIGHT: images.light,
      IMAGE_SCORER: images.scorer,
      ...(images['torch-cpu'] && { IMAGE_TORCH_CPU: images['torch-cpu'] }),
      ...(images.onnx && { IMAGE_ONNX: images.onnx }),
    };
    return runJest('jest.integration.mjs', log, { env, args: ['--maxWorkers=2', ...args] });
  };

/** Every fixture of every grader, outside the sandbox and on the platform. Prints what was expected of each, and what came. @type {Suite} */
const graders = async (log) => {
  await build('server', log);
  const { dockerHost, images } = await needGrading(['torch-cpu', 'onnx', 'checks']);
  const { output, ...outside } = await runPytest({
    dockerHost,
    image: String(images.checks),
    // 159 cases, each a submission or several: half of them took ten minutes on two cores.
    packages: ['graders/scorer'],
    args: ['-m', 'long'],
    minutes: 60,
  });
  const env = { DOCKER_HOST: dockerHost, IMAGE_LIGHT: images.light, IMAGE_SCORER: images.scorer };
  const table = path.join(path.dirname(log), 'graders-table.txt');
  rmSync(table, { force: true });
  const counts = await runJest('jest.graders.mjs', log, { env, args: ['--runInBand'] });
  if (existsSync(table)) say(`\n${readFileSync(table, 'utf8').trimEnd()}\n`);
  return sum([{ ...outside, ...(outside.failed > 0 && { report: output }) }, counts]);
};

// Measuring anchors trains every reference on every split: minutes. It runs in the tier `faults`. Importing an assignment for
// each template trains and serves dozens of times. It runs in the tier `authoring`. What needs a Prometheus, or pip-audit, runs in the tier `security`.
const integration = integrationOf(
  ['--testPathIgnorePatterns=calibration|authoring-templates|monitoring|dependencies'],
  ['onnx'],
);

/**
 * Browser cases on a platform of their own.
 * @param {string[]} [args] which cases, as Jest's own arguments; all without
 * @param {NodeJS.ProcessEnv} [settings] what the cases are told besides
 * @returns {Suite}
 */
const browserOf =
  (args = [], settings = {}) =>
  async (log) => {
    const chromium = await needChromium();
    return withPlatform(log, (url, dataDir, ltiHost) =>
      runJest('jest.e2e.mjs', log, {
        env: {
          ...settings,
          E2E_BASE_URL: url,
          E2E_DATA: dataDir,
          E2E_CHROMIUM: chromium,
          HOLDOUT_DATA: dataDir,
          E2E_LTI_HOST: ltiHost,
        },
        args: ['--maxWorkers=2', ...args],
      }),
    );
  };
const e2e = browserOf();

/**
 * How often intervals cover, what climbing the public board gains, and how fair the queue is. Prints what it counted.
 * @type {Suite}
 */
const simulation = async (log) => {
  const { dockerHost, images } = await needGrading(['checks']);
  const { output, ...coverage } = await runPytest({
    dockerHost,
    image: String(images.checks),
    packages: ['graders/scorer'],
    minutes: 60,
    // What passed cases print is shown at the end. One case at a time for each process: the longest stand first.
    args: ['-rP', '-m', 'simulation', '--dist=load', '--maxschedchunk=1'],
  });
  const climb = await runJest('jest.unit.mjs', log, {
    env: { SIMULATION: 'long' },
    args: ['test/simulation'],
  });
  const told = [...output.split('\n'), ...readFileSync(log, 'utf8').split('\n')];
  say(
    told
      .map((line) => line.trim())
      .filter((line) => /covers +[\d.]+%|flips, \d+ submissions|^\d+ workers: /.test(line))
      .join('\n'),
  );
  return sum([{ ...coverage, ...(coverage.failed > 0 && { report: output }) }, climb]);
};

/** Run one after the other; the suites of one lane side by side. @type {Record<string, Suite>[]} */
export const LANES = [
  { format, lint, types, prerequisites },
  { unit, python },
  { integration },
  { 'chosen-attacks': chosenAttacks },
  { e2e },
];

/** Files of test/integration, by what they are about. Jest takes each as a regular expression on the path. */
const ATTACKS = ['sandbox/sandbox', 'sandbox/containers', 'integration/grading'];
const FAULTS = ['worker-faults', 'cli-faults', 'calibration', 'database-runs', 'queue', 'api-live'];
const tierOf = (/** @type {string[]} */ files, /** @type {string[]} */ images = []) =>
  integrationOf(files, images, { LONG_TIER: '1' });
const everyFault = tierOf(FAULTS);
const AUTHORING = ['authoring'];
/** A scan asks more in a minute than a person may, and would try the limit alone from there on. */
const UNLIMITED = { GRAPHQL_REQUESTS_PER_MINUTE: '1000000' };
const SECURITY = [
  'database-tenancy',
  'database-history',
  'api-access',
  'api-admins',
  'api-audit',
  'api-hardening',
  'api-limits',
  'api-impersonations',
  'api-session',
  'password-reset',
  'single-sign-on',
  'own-data',
  'notifications',
  'api-submit',
  'api-reproductions',
  'api-artifacts',
  'integration/gateway',
  'integration/logs',
  'monitoring',
  'integration/dependencies',
  'integration/hidden-data',
];

/** Alert rules, their cases, what Prometheus asks, and dashboards. @type {Suite} */
const alerts = async (log) => {
  const promtool = await needPromtool();
  const run = (/** @type {string} */ what, /** @type {string} */ file) =>
    check(`${what} ${file}`, promtool, [...what.split(' '), path.join(ROOT, 'infra/monitoring', file)], log);
  return sum([
    await run('check rules', 'alerts.yml'),
    await run('test rules', 'alerts.test.yml'),
    await run('check config', 'prometheus.yml'),
    await asOneTest('dashboards', () => checkDashboards(log)),
  ]);
};
/** @type {Suite} */
const security = async (log) =>
  integrationOf(SECURITY, [], { LONG_TIER: '1', PROMETHEUS: await needPrometheus() })(log);

/**
 * Tiers with a command of their own: `npm run test:NAME`. All but `deployments`, `graders` and `simulation` take their cases from the suites above.
 * @type {Record<string, Suite>}
 */
export const TIERS = {
  attacks: async (log) => sum([...(await attacks(log)), await tierOf(ATTACKS)(log)]),
  faults: async (log) => sum([await everyFault(log), await randomFaults(log)]),
  authoring: async (log) =>
    sum([
      await tierOf(AUTHORING, ['torch-cpu', 'onnx'])(log),
      await browserOf(AUTHORING, { LONG_TIER: '1' })(log),
    ]),
  security: async (log) =>
    sum([
      await alerts(log),
      await auditDependencies(),
      await security(log),
      await asOneTest('scan', () => withPlatform(log, (url) => scan(url, `${log}.scan.txt`), UNLIMITED)),
    ]),
  storage: tierOf(['storage', 'backup']),
  deployments,
  graders,
  simulation,
};

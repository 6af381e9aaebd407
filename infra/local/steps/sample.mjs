/** Grades the bundled reference submission through the command line, the way a student would. */
import { writeFileSync } from 'node:fs';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { say, StartError } from '../report.mjs';

const REFERENCE = 'graders/tabular-risk/reference/strong';
const ASSIGNMENT = 'tabular-risk';
const ACCOUNT = 'sample@demo.holdout';

/**
 * @typedef {{ value: number, low: number, high: number }} Points
 * @typedef {{ submissionId: string | null, runId: string | null, outcome: string | null, reason: string | null, message: string | null,
 *   kind: string | null, passed: boolean, points: Points | null,
 *   metrics: { name: string, split: string, value: number, low: number, high: number, n: number, direction: string }[] }} SampleResult
 */

/**
 * @param {{ url: string, dataDir: string, logFile: string, setUp: NodeJS.ProcessEnv }} options setUp: environment of the seed
 * @returns {Promise<SampleResult>} whatever the outcome was
 * @throws {StartError} when the command line printed no result
 */
export async function gradeSample({ url, dataDir, logFile, setUp }) {
  const admitted = await runCommand(process.execPath, ['prisma/seed/admit-sample.ts'], {
    cwd: ROOT,
    env: setUp,
    label: 'admitting the sample', // its output holds a key: it is not logged
  });
  const { apiKey } = JSON.parse(admitted.stdout);
  const args = [
    'apps/cli/bin/holdout.mjs',
    'submit',
    REFERENCE,
    '--assignment',
    ASSIGNMENT,
    '--certify',
    '--wait',
    '--json',
  ];
  const { stdout } = await runCommand(process.execPath, args, {
    cwd: ROOT,
    // The sample's own student, whatever this user is signed in to elsewhere.
    env: {
      ...process.env,
      HOLDOUT_DATA: dataDir,
      HOLDOUT_URL: url,
      HOLDOUT_API_KEY: apiKey,
      HOLDOUT_ORGANIZATION: 'demo',
    },
    logFile,
    label: 'submitting the sample',
    accept: [0, 1, 2, 3, 4, 5],
  });
  try {
    return JSON.parse(stdout);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StartError(`The command line printed no result for the sample. Its output is in ${logFile}.`);
  }
}

/**
 * Shows the result in a portfolio that the demo's hiring manager finds.
 * @param {{ logFile: string, setUp: NodeJS.ProcessEnv }} options
 */
export async function publishSample({ logFile, setUp }) {
  await runCommand(process.execPath, ['prisma/seed/publish-sample.ts'], {
    cwd: ROOT,
    env: setUp,
    logFile,
    label: 'making the portfolio of the sample',
  });
}

/** @param {string} file @param {SampleResult} result */
export function writeResult(file, result) {
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

/** @param {SampleResult} result */
export function printResult(result) {
  say('');
  if (result.outcome !== 'SCORED' || !result.points) {
    say(
      `The sample was not scored: ${[result.outcome, result.reason, result.message].filter(Boolean).join(' · ')}`,
    );
    return;
  }
  const { value, low, high } = result.points;
  say(`Sample: ${ASSIGNMENT}, the strong reference, certification run of ${ACCOUNT}`);
  say(
    `  Points ${value.toFixed(1)} of 100, 95 % interval ${low.toFixed(1)} to ${high.toFixed(1)}: ${result.passed ? 'passed' : 'not passed'}`,
  );
  for (const metric of result.metrics) {
    const interval = `${metric.low.toFixed(4)} to ${metric.high.toFixed(4)}`;
    say(
      `  ${metric.name.padEnd(28)} ${metric.value.toFixed(4).padStart(9)}  (${interval}, n = ${metric.n}, ${metric.split})`,
    );
  }
}

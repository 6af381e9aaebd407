/** Runs pytest and mypy over our Python in a container with the versions that the graders have. */
import path from 'node:path';
import { ROOT } from '../options.mjs';
import { runContainer } from './container.mjs';

const PACKAGES = ['graders/scorer', 'graders/images'];
const MYPY_TARGETS = {
  'graders/scorer': 'holdout_scorer',
  'graders/images': 'supervisor',
  'test/verifier': 'verify_credential.py',
};
/** The scorer's tests run their examples. */
const LESSONS = 'prisma/seed/content/lessons';
/** Drawn by the scorer's `lesson_figures`; its tests compare the result with these files. */
const FIGURES = 'apps/web/public/figures';
/** Run by test/integration/credentials. */
const VERIFIER = 'test/verifier';
/** Several times what the tests of `npm test` take. The long tiers set their own limit. */
const MINUTES = 15;

/**
 * @param {{ dockerHost: string, image: string, logFile?: string, args?: string[], packages?: string[], minutes?: number }} options
 *   args: further arguments of pytest; packages: folders, all without; minutes: after which each is stopped
 * @returns {Promise<{ passed: number, failed: number, skipped: number, output: string }>}
 */
export async function runPytest({ dockerHost, image, args = [], packages = PACKAGES, minutes = MINUTES }) {
  const total = { passed: 0, failed: 0, skipped: 0, output: '' };
  for (const folder of packages) {
    const { output, code } = await runIn({ dockerHost, image, folder, minutes }, [
      'python3',
      '-m',
      'pytest',
      '-q',
      '-p',
      'no:cacheprovider',
      // Two processes share the tests; one that finishes early takes over tests of the other.
      '--numprocesses=2',
      '--dist=worksteal',
      ...args,
    ]);
    const count = (/** @type {string} */ word) =>
      Number(output.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);
    const failed = count('failed') + count('errors?');
    total.passed += count('passed');
    total.skipped += count('skipped');
    total.failed += failed === 0 && code !== 0 ? 1 : failed;
    total.output += `== ${folder}\n${output}\n`;
  }
  return total;
}

/**
 * @param {{ dockerHost: string, image: string }} options
 * @returns {Promise<{ failures: string }>} what mypy said about the packages that have errors, empty when there are none
 */
export async function runMypy({ dockerHost, image }) {
  let failures = '';
  for (const [folder, target] of Object.entries(MYPY_TARGETS)) {
    const { output, code } = await runIn({ dockerHost, image, folder }, [
      'mypy',
      '--cache-dir=/tmp/mypy',
      '--no-color-output',
      target,
    ]);
    if (code !== 0) failures += `== ${folder}\n${output}\n`;
  }
  return { failures };
}

/**
 * @param {{ dockerHost: string, image: string, folder: string, minutes?: number }} place folder: where the command runs
 * @param {string[]} command
 */
function runIn({ dockerHost, image, folder, minutes = MINUTES }, command) {
  const settings = {
    Image: image,
    Cmd: command,
    User: '0:0',
    WorkingDir: `/checkout/${folder}`,
    Env: [
      'PYTHONDONTWRITEBYTECODE=1',
      'TERM=dumb',
      'COLUMNS=140',
      // Each pytest process gets one core: with threads of both on both cores, they would wait for each other.
      'OMP_NUM_THREADS=1',
      'OPENBLAS_NUM_THREADS=1',
    ],
    Labels: { 'dev.holdout.test': 'python' },
    HostConfig: {
      NetworkMode: 'none',
      Init: true,
      Binds: ['graders', LESSONS, FIGURES, VERIFIER].map(
        (folder) => `${path.join(ROOT, folder)}:/checkout/${folder}:ro`,
      ),
      Tmpfs: { '/tmp': 'rw,exec,size=1g,mode=1777', '/work': 'rw,exec,size=512m,mode=1777' },
    },
  };
  return runContainer({ dockerHost, settings, minutes });
}

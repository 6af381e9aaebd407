import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { testImages } from '../support/images.js';
import type { BenchResult } from './report.js';

const SCORER = fileURLToPath(new URL('../../graders/scorer', import.meta.url));

/** How many Monte Carlo errors lie between the fast mean and the plain loop's. */
const compared = z.object({ differenceInErrors: z.number() });

const measured = z.object({
  seconds: z.number(),
  peakMiB: z.number(),
  plainSecondsPerResample: z.number(),
  ratio: z.number(),
  auc: compared,
  averagePrecision: compared,
  brier: compared,
  logLoss: compared,
  ece: compared,
  cost: compared,
  gaps: compared,
});

/** One million rows, a thousand resamples, on one core of the scorer's image; a plain loop over scikit-learn beside it. */
export async function scoringBench(): Promise<BenchResult> {
  const { stdout } = await promisify(execFile)('docker', [
    'run',
    '--rm',
    '--network=none',
    '--cpus=1',
    '--env=OMP_NUM_THREADS=1',
    '--env=OPENBLAS_NUM_THREADS=1',
    '--env=PYTHONPATH=/scorer',
    `--volume=${SCORER}:/scorer:ro`,
    '--entrypoint=python3',
    testImages().scorer,
    '/scorer/bench/scoring.py',
  ]);
  const { seconds, peakMiB, plainSecondsPerResample, ratio, ...metrics } = measured.parse(JSON.parse(stdout));
  const differences = Object.values(metrics).map(({ differenceInErrors }) => differenceInErrors);
  const figures = {
    scoring_1m_rows_1000_resamples_s: seconds,
    scoring_peak_mib: peakMiB,
    scikit_learn_loop_1000_resamples_s: plainSecondsPerResample * 1000,
    scoring_ratio_to_scikit_learn_loop: ratio,
    scoring_largest_difference_in_monte_carlo_errors: Math.max(...differences),
  };
  return { name: 'scoring', runs: 1, figures };
}

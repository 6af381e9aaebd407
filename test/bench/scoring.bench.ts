import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchResult } from './report.js';

const SCORER = fileURLToPath(new URL('../../graders/scorer', import.meta.url));
const IMAGE = 'holdout/scorer:latest';

const measured = z.object({
  seconds: z.number(),
  peakMiB: z.number(),
  plainSecondsPerResample: z.number(),
  ratio: z.number(),
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
    IMAGE,
    '/scorer/bench/scoring.py',
  ]);
  const { seconds, peakMiB, plainSecondsPerResample, ratio } = measured.parse(JSON.parse(stdout));
  const figures = {
    scoring_1m_rows_1000_resamples_s: seconds,
    scoring_peak_mib: peakMiB,
    scikit_learn_loop_1000_resamples_s: plainSecondsPerResample * 1000,
    scoring_ratio_to_scikit_learn_loop: ratio,
  };
  return { name: 'scoring', runs: 1, figures };
}

import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { freshDatabase } from '../support/database.js';
import { GradingLab, withManyAttempts, writeProject, type RunRow } from '../support/grading-lab.js';
import { testImages } from '../support/images.js';
import { constantProject } from '../support/projects.js';
import { median, type BenchResult } from './report.js';
import { withTestServer } from './test-server.js';

const RUNS = 20;
const WARM_UP = 2;
const FEATURE_ROWS = 600;

interface Timing {
  submitToScore: number;
  /** What the student's own commands took. */
  student: number;
  parts: Record<string, number>;
}

/** From handing in a trivial submission to its stored score, against a bare `docker run` of the same commands. */
export async function gradingBench(): Promise<BenchResult> {
  return withTestServer(async () => {
    const database = await freshDatabase();
    const images = testImages();
    const lab = await GradingLab.create(database, images);
    try {
      await lab.publish(withManyAttempts);
      await lab.startWorker();
      const project = await writeProject(lab.folder, constantProject);
      const timings: Timing[] = [];
      for (let run = -WARM_UP; run < RUNS; run++) {
        const timing = await timeRun(lab, project);
        if (run >= 0) timings.push(timing);
      }
      const bare = await bareRuns(lab.folder, project, images.light);
      return { name: 'grading', runs: RUNS, figures: figuresOf(timings, bare) };
    } finally {
      await lab.close();
      await database.drop();
    }
  });
}

async function timeRun(lab: GradingLab, project: string): Promise<Timing> {
  const started = performance.now();
  const id = await lab.submit(project);
  const run = await lab.finished(id);
  const submitToScore = performance.now() - started;
  if (run.outcome !== 'SCORED') throw new Error(`A benchmark run ended as ${run.outcome}: ${run.message}`);
  const student = run.phases
    .filter(({ name }) => name === 'TRAIN' || name === 'PREDICT')
    .reduce((sum, { usage }) => sum + (usage as { wallMs: number }).wallMs, 0);
  return { submitToScore, student, parts: partsOf(run) };
}

/** Where the time goes: waiting, each phase, and what lies between and after. */
function partsOf({ queuedAt, startedAt, finishedAt, phases }: RunRow): Record<string, number> {
  const between = (from: Date | null | undefined, to: Date | null | undefined): number =>
    from && to ? to.getTime() - from.getTime() : 0;
  const inPhases = Object.fromEntries(
    phases.map((phase) => [
      `phase_${phase.name.toLowerCase()}_${phase.label}`,
      between(phase.startedAt, phase.endedAt),
    ]),
  );
  const [first, last] = [phases[0], phases.at(-1)];
  return {
    wait_for_worker: between(queuedAt, startedAt),
    load_submission: between(startedAt, first?.startedAt),
    ...inPhases,
    store_result: between(last?.endedAt, finishedAt),
  };
}

/** The same two commands with the engine's own command line, one container, no isolation to speak of. */
async function bareRuns(folder: string, project: string, image: string): Promise<number[]> {
  const features = path.join(folder, 'features.csv');
  await writeFile(
    features,
    `id,age\n${Array.from({ length: FEATURE_ROWS }, (_, row) => `r${row},30`).join('\n')}\n`,
  );
  const command =
    'mkdir -p /tmp/m && python3 train.py /d /tmp/m /tmp && python3 predict.py /tmp/m /features.csv /tmp/out.csv';
  const args = [
    'run',
    '--rm',
    '--network',
    'none',
    '-v',
    `${project}:/p:ro`,
    '-v',
    `${features}:/features.csv:ro`,
    '-w',
    '/p',
    '--entrypoint',
    'sh',
    image,
    '-c',
    command,
  ];
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  return Array.from({ length: RUNS }, () => {
    const started = performance.now();
    execFileSync('docker', args, { stdio: 'pipe' });
    return performance.now() - started;
  });
}

function figuresOf(timings: readonly Timing[], bare: readonly number[]): Record<string, number> {
  const keys = Object.keys(timings[0]?.parts ?? {});
  return {
    submit_to_score_ms_p50: median(timings.map(({ submitToScore }) => submitToScore)),
    bare_docker_run_ms_p50: median(bare),
    student_commands_ms_p50: median(timings.map(({ student }) => student)),
    overhead_ms_p50: median(timings.map(({ submitToScore, student }) => submitToScore - student)),
    overhead_over_bare_ms_p50: median(timings.map(({ submitToScore }) => submitToScore)) - median(bare),
    ...Object.fromEntries(
      keys.map((key) => [`${key}_ms_p50`, median(timings.map(({ parts }) => parts[key] ?? 0))]),
    ),
  };
}

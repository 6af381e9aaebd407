import { execFileSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { freshDatabase } from '../support/database.js';
import { GradingLab, packFolder, withManyAttempts, writeProject } from '../support/grading-lab.js';
import { testImages, type GradingImages } from '../support/images.js';
import { constantProject } from '../support/projects.js';
import { BarePath } from './grading/bare-path.js';
import { figuresOf, type Measured } from './grading/figures.js';
import { OurPath } from './grading/our-path.js';
import { atOnce, overheadOf, type GradingPath, type Timing } from './grading/paths.js';
import { PeerPath } from './grading/peer-path.js';
import { recordInputs } from './grading/recorded-inputs.js';
import { median, type BenchOptions, type BenchResult } from './report.js';
import { withTestServer } from './test-server.js';

const ROUNDS = 20;
/** Containers that one run uses: unpacking, plan, train, sample, hidden rows, probe, score. */
const SET = 7;
const PARALLEL = 8;
const BURSTS = 3;
const SATURATION = 3 * PARALLEL;
const [ONE, EIGHT] = [`bench-one-${process.pid}`, `bench-eight-${process.pid}`];
/** For a worker that grades eight at once: a set of waiting containers for each. */
const POOL_BYTES = 6 * 1024 ** 3;

/**
 * Our full grading of a trivial submission against (a) a bare `docker run` of its commands and (b) one container for
 * everything, as other graders have it. The paths take turns, so that a noisy machine is noisy to all of them.
 */
export async function gradingBench(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.rounds ?? ROUNDS;
  return withTestServer(async () => {
    const database = await freshDatabase();
    const images = testImages();
    const lab = await GradingLab.create(database, images);
    try {
      await lab.publish(withManyAttempts);
      const project = await writeProject(lab.folder, constantProject);
      const folder = await gradingFolder(images, lab.folder, project);
      const peer = new PeerPath(images.scorer, folder);
      const bare = new BarePath(images.light, folder);
      const students = [lab.studentId];
      while (students.length < PARALLEL) students.push(await lab.addStudent());
      const ours = (workerId: string): OurPath =>
        new OurPath(lab, {
          archive: packFolder(project),
          students,
          workerId,
          databaseUrl: database.adminUrl,
        });
      const single = await oneAtATime(lab, ours(ONE), peer, bare, rounds);
      const eight = await eightAtOnce(lab, ours(EIGHT), peer);
      const measured: Measured = { ...single, ...eight };
      return { name: 'grading', runs: rounds, figures: figuresOf(measured), detail: measured };
    } finally {
      await lab.close();
      await database.drop();
    }
  });
}

/** What (a) and (b) are given: the project, and everything the scorer reads, as one of our runs was given it. */
async function gradingFolder(images: GradingImages, parent: string, project: string): Promise<string> {
  const folder = path.join(parent, 'grading');
  await recordInputs(images, project, ['predict-hidden', 'score'], parent);
  await cp(path.join(parent, 'score/in'), path.join(folder, 'in'), { recursive: true });
  await cp(path.join(parent, 'predict-hidden/in/features.csv'), path.join(folder, 'features.csv'));
  await cp(project, path.join(folder, 'project'), { recursive: true });
  execFileSync('chmod', ['-R', 'a+rX', parent]);
  return folder;
}

async function oneAtATime(
  lab: GradingLab,
  ours: OurPath,
  peer: GradingPath,
  bare: GradingPath,
  rounds: number,
) {
  const worker = await lab.startWorker({ WORKER_ID: ONE, WORKER_CONCURRENCY: '1' });
  await ours.start();
  const taken: Record<'ours' | 'peer' | 'bare', Timing[]> = { ours: [], peer: [], bare: [] };
  for (let round = -2; round < rounds; round++) {
    await ours.rested(round === -2 ? 0 : SET);
    const timings = { ours: await ours.grade(), peer: await peer.grade(), bare: await bare.grade() };
    if (round < 0) continue;
    tell(`turn ${round + 1} of ${rounds}`, [timings.ours], [timings.peer]);
    taken.ours.push(timings.ours);
    taken.peer.push(timings.peer);
    taken.bare.push(timings.bare);
  }
  await ours.close();
  await worker.stop();
  return { single: taken };
}

async function eightAtOnce(lab: GradingLab, ours: OurPath, peer: GradingPath) {
  const worker = await lab.startWorker({
    WORKER_ID: EIGHT,
    WORKER_CONCURRENCY: String(PARALLEL),
    SANDBOX_POOL_BYTES: String(POOL_BYTES),
  });
  await ours.start();
  const burst = { ours: [] as Timing[], peer: [] as Timing[] };
  for (let round = -1; round < BURSTS; round++) {
    await ours.rested(round === -1 ? 0 : SET * PARALLEL);
    const [mine, theirs] = [await atOnce(ours, PARALLEL, PARALLEL), await atOnce(peer, PARALLEL, PARALLEL)];
    if (round < 0) continue;
    tell(`burst ${round + 1} of ${BURSTS}`, mine.timings, theirs.timings);
    burst.ours.push(...mine.timings);
    burst.peer.push(...theirs.timings);
  }
  const saturated = {
    ours: (await atOnce(ours, SATURATION, SATURATION)).perMinute,
    peer: (await atOnce(peer, SATURATION, PARALLEL)).perMinute,
  };
  await ours.close();
  await worker.stop();
  return { burst, saturated };
}

/** Where it stands, for who waits: the figures come at the end. */
function tell(what: string, ours: readonly Timing[], peer: readonly Timing[]): void {
  const [mine, theirs] = [ours, peer].map((timings) => median(timings.map(overheadOf)).toFixed(0));
  console.log(`  ${process.uptime().toFixed(0)} s: ${what}, overhead ${mine} ms, peer ${theirs} ms`);
}

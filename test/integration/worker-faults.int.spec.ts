import { setTimeout as sleep } from 'node:timers/promises';
import { GradingLab, withManyAttempts, writeProject, type RunRow } from '../support/grading-lab.js';
import { untilTrue } from '../support/until-true.js';
import { freshDatabase } from '../support/database.js';
import { imagesForSmallPrograms } from '../support/images.js';
import { forFewRuns, isLongTier, onlyInLongTier } from '../support/long-tier.js';
import { constantProject, sleepingProject } from '../support/projects.js';

let lab: GradingLab;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  lab = await GradingLab.create(database, await imagesForSmallPrograms(), { env: forFewRuns });
  await lab.publish(withManyAttempts);
}, 120_000);

afterAll(async () => {
  await lab?.close();
  await drop?.();
});

const project = (files: Readonly<Record<string, string>>): Promise<string> => writeProject(lab.folder, files);
const isIn =
  (name: string, label?: string) =>
  ({ phases }: RunRow): boolean =>
    phases.some(
      (phase) =>
        phase.name === name && phase.status === 'RUNNING' && (label === undefined || phase.label === label),
    );

async function noContainersOf(id: string): Promise<void> {
  let left: string[] = [];
  await untilTrue(
    async () => (left = await lab.containersOf(id)).length === 0,
    15_000,
    () => left.join('\n'),
  );
}

describe('a worker that is killed', () => {
  const short = (phase: 'TRAIN' | 'PREDICT', when?: string) => sleepingProject(phase, 3, when);
  type Case = [string, (run: RunRow) => boolean, Record<string, string>];
  const quick: Case[] = [['in TRAIN', isIn('TRAIN'), short('TRAIN')]];
  const others: Case[] = [
    ['in SCORE', isIn('SCORE'), constantProject],
    ['before the first phase ends', ({ status }) => status === 'RUNNING', constantProject],
    [
      'in PREDICT of hidden rows',
      isIn('PREDICT', 'hidden'),
      short('PREDICT', 'sum(1 for _ in open(sys.argv[2])) > 300'),
    ],
  ];
  // Every phase is the business of test:faults.
  it.each([...quick, ...(isLongTier ? others : [])])(
    '%s leaves a run that ends once after the restart, and no container',
    async (_name, isThere, files) => {
      const killed = await lab.startWorker();
      const id = await lab.submit(await project(files));
      await lab.when(id, isThere);
      await killed.kill9();
      const next = await lab.startWorker();
      const run = await lab.finished(id);
      expect(run).toMatchObject({ outcome: 'SCORED', attempt: 2 });
      expect(run.interruptions).toMatchObject([{ attempt: 1, cause: 'WORKER_LOST' }]);
      expect(run.scores).toHaveLength(1);
      expect(await lab.query('SELECT id FROM scores WHERE run_id = $1', [id])).toHaveLength(1);
      expect(
        await lab.query("SELECT action FROM audit_events WHERE subject_id = $1 AND action = 'run.finished'", [
          id,
        ]),
      ).toHaveLength(1);
      await noContainersOf(id);
      await next.stop();
    },
  );
});

describe('a worker that is asked to stop', () => {
  onlyInLongTier('gives its run back at once, and the next worker grades it', async () => {
    const first = await lab.startWorker();
    const id = await lab.submit(await project(sleepingProject('TRAIN', 5)));
    await lab.when(id, isIn('TRAIN'));
    const asked = Date.now();
    await first.stop();
    expect(Date.now() - asked).toBeLessThan(9_000);
    expect(await lab.run(id)).toMatchObject({ status: 'QUEUED' });
    const second = await lab.startWorker();
    expect(await lab.finished(id)).toMatchObject({ outcome: 'SCORED' });
    await second.stop();
  });
});

describe('a worker that sleeps for longer than its lease', () => {
  onlyInLongTier('finds its run with another worker when it wakes, and writes nothing', async () => {
    const sleeper = await lab.startWorker({ WORKER_ID: 'sleeper' });
    const id = await lab.submit(await project(sleepingProject('TRAIN', 4)));
    await lab.when(id, isIn('TRAIN'));
    sleeper.process.kill('SIGSTOP');
    const other = await lab.startWorker({ WORKER_ID: 'other' });
    const run = await lab.finished(id);
    sleeper.process.kill('SIGCONT');
    expect(run).toMatchObject({
      outcome: 'SCORED',
      attempt: 2,
      interruptions: [{ attempt: 1, cause: 'WORKER_LOST', workerId: 'sleeper' }],
    });
    await untilTrue(
      () => sleeper.output().includes('held by another worker now'),
      30_000,
      () => sleeper.output(),
    );
    expect(await lab.query('SELECT id FROM scores WHERE run_id = $1', [id])).toHaveLength(1);
    await noContainersOf(id);
    await Promise.all([sleeper.stop(), other.stop()]);
  });
});

describe('a worker that is drained', () => {
  onlyInLongTier('finishes what it has, takes nothing new, and ends', async () => {
    const worker = await lab.startWorker({ WORKER_ID: 'leaving' });
    const inHand = await lab.submit(await project(sleepingProject('TRAIN', 4)));
    await lab.when(inHand, isIn('TRAIN'));
    const next = await lab.submit(await project(constantProject));
    expect(await lab.command(['fleet', 'drain', 'leaving'])).toContain('leaving: drain');
    // No person said so; it stands in the log of the deployment all the same.
    expect(
      await lab.query(`SELECT action, actor_id, detail FROM audit_events WHERE subject_id = 'leaving'`),
    ).toEqual([{ action: 'worker.drained', actor_id: null, detail: { by: 'holdout-worker' } }]);
    expect(await lab.command(['fleet'])).toContain('leaving  DRAINING  1/1');
    await worker.ended;
    expect(await lab.run(inHand)).toMatchObject({ status: 'FINISHED', outcome: 'SCORED', attempt: 1 });
    expect(await lab.run(next)).toMatchObject({ status: 'QUEUED', attempt: 0 });
    await lab.cancel(next);
  });
});

describe('an engine that is not there', () => {
  onlyInLongTier('gets no run: it waits, and is graded once a worker has an engine', async () => {
    const broken = await lab.startWorker({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    expect(broken.output()).toContain('this worker takes no runs until it does');
    const id = await lab.submit(await project(constantProject));
    await sleep(4_000);
    expect(await lab.run(id)).toMatchObject({ status: 'QUEUED', attempt: 0 });
    await broken.stop();
    const mended = await lab.startWorker();
    expect(await lab.finished(id)).toMatchObject({ outcome: 'SCORED' });
    await mended.stop();
  });
});

describe('cancelling', () => {
  const phases: [string, (run: RunRow) => boolean, Record<string, string>][] = [
    ['PREPARE', ({ status }) => status === 'RUNNING', constantProject],
    ['PREDICT', isIn('PREDICT', 'sample'), sleepingProject('PREDICT', 60)],
    ['SCORE', (run) => isIn('SCORE')(run) || run.status === 'FINISHED', constantProject],
  ];
  it('ends a run that waits without a worker', async () => {
    const id = await lab.submit(await project(constantProject));
    await lab.cancel(id);
    expect(await lab.run(id)).toMatchObject({ status: 'FINISHED', outcome: 'CANCELLED' });
  });

  it('works in every phase', async () => {
    const worker = await lab.startWorker();
    for (const [name, isThere, files] of phases) {
      const id = await lab.submit(await project(files));
      await lab.when(id, isThere);
      await lab.cancel(id);
      const run = await lab.finished(id, 8_000);
      // A run that was already being written down when the wish arrived may still count.
      expect([name, run.outcome]).toEqual([
        name,
        name === 'PREDICT' ? 'CANCELLED' : expect.stringMatching(/CANCELLED|SCORED/),
      ]);
      await noContainersOf(id);
    }
    await sleep(100);
    expect(worker.output()).not.toContain('"level":50');
    await worker.stop();
  });
});

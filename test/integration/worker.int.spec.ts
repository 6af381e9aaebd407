import { existsSync } from 'node:fs';
import { GradingLab, withManyAttempts, writeProject, type LabWorker } from '../support/grading-lab.js';
import { freshDatabase } from '../support/database.js';
import { constantProject, projectWith, sleepingProject } from '../support/projects.js';
import { imagesForSmallPrograms } from '../support/images.js';
import { forFewRuns } from '../support/long-tier.js';

let lab: GradingLab;
let drop: () => Promise<void>;
let worker: LabWorker;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  lab = await GradingLab.create(database, await imagesForSmallPrograms(), { env: forFewRuns });
  await lab.publish(withManyAttempts);
  worker = await lab.startWorker();
}, 120_000);

afterAll(async () => {
  await lab?.close();
  await drop?.();
});

const project = (files: Readonly<Record<string, string>>): Promise<string> => writeProject(lab.folder, files);

describe('publishing', () => {
  it('publishes the same content once', () => {
    expect(existsSync(lab.folder)).toBe(true);
  });
});

describe('a run', () => {
  it('is graded from archive to score, with phases, log, metrics, receipt and audit', async () => {
    const id = await lab.submit(await project(constantProject));
    const run = await lab.finished(id);
    expect(run).toMatchObject({ outcome: 'SCORED', attempt: 1, reason: null });
    expect(run.phases.map(({ name, label, status }) => `${name} ${label} ${status}`)).toEqual([
      'PREPARE unpack SUCCEEDED',
      'TRAIN train SUCCEEDED',
      'PREDICT sample SUCCEEDED',
      'PREDICT hidden SUCCEEDED',
      'PREDICT probe SUCCEEDED',
      'SCORE score SUCCEEDED',
    ]);
    expect(run.metrics.find(({ name }) => name === 'auc')).toMatchObject({
      split: 'PUBLIC_TEST',
      value: 0.5,
    });
    expect(run.scores).toHaveLength(1);
    expect(run.receipt?.statement).toContain(run.submission.archiveDigest);
    expect(await lab.log(id)).toContain('trained');
    const events = await lab.query('SELECT action FROM audit_events WHERE subject_id = $1', [id]);
    expect(events).toEqual([{ action: 'run.finished' }]);
    expect(worker.output()).not.toContain('"level":50');
  });

  it('ends as the student error that it is, without hidden text', async () => {
    const crash = projectWith({
      'predict.py': `import sys\nfeatures = open(sys.argv[2]).read()\nif features.count("\\n") > 300:\n    print("SECRET " + features)\n    raise KeyError(features)\n${constantProject['predict.py']}`,
    });
    const id = await lab.submit(await project(crash));
    const run = await lab.finished(id);
    expect(run).toMatchObject({
      outcome: 'STUDENT_ERROR',
      reason: 'CRASHED',
      errorDetail: { phase: 'PREDICT', file: 'predict.py', line: 5 },
    });
    expect(run.message).toContain('KeyError');
    expect(run.message?.length).toBeLessThan(400);
    expect(await lab.log(id)).not.toContain('SECRET');
  });

  it('stops in the middle of a phase when the student cancels', async () => {
    const id = await lab.submit(await project(sleepingProject('TRAIN', 60)));
    await lab.when(id, ({ phases }) => phases.some(({ name }) => name === 'TRAIN'));
    await lab.cancel(id);
    const run = await lab.finished(id, 5_000);
    expect(run).toMatchObject({
      outcome: 'CANCELLED',
      phases: [{ status: 'SUCCEEDED' }, { status: 'CANCELLED' }],
    });
    expect(await lab.containersOf(id)).toEqual([]);
  });
});

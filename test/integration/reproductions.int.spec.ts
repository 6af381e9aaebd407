import Docker from 'dockerode';
import { freshDatabase } from '../support/database.js';
import { GradingLab, withManyAttempts, writeProject } from '../support/grading-lab.js';
import { imagesForSmallPrograms } from '../support/images.js';
import { forFewRuns } from '../support/long-tier.js';
import { constantProject, projectWith } from '../support/projects.js';
import { untilTrue } from '../support/until-true.js';

interface Row {
  verdict: string | null;
  run_id: string;
  comparison: {
    measures: { name: string; agreement: string }[];
    files: { name: string; isSame: boolean; rows: { count: number; changed: number } | null }[];
    missingImages: { name: string; id: string }[];
  } | null;
}

/** Two heartbeats and some. */
const NOTED_WITHIN_MS = 25_000;

const images = await imagesForSmallPrograms();
let lab: GradingLab;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  lab = await GradingLab.create(database, images, { env: forFewRuns });
  await lab.publish(withManyAttempts);
}, 120_000);

afterAll(async () => {
  await lab?.close();
  await drop?.();
});

/** A scored practice run of a project. */
async function scored(files: Readonly<Record<string, string>>): Promise<string> {
  const id = await lab.submit(await writeProject(lab.folder, files));
  expect((await lab.finished(id)).outcome).toBe('SCORED');
  return id;
}

async function reproduced(originalId: string): Promise<Row> {
  const id = await lab.reproduce(originalId);
  await lab.finished(id);
  const [row] = await lab.query<Row>('SELECT * FROM reproductions WHERE run_id = $1', [id]);
  if (!row) throw new Error('There is no record of the reproduction.');
  return row;
}

/** All that a reproduction must leave as it was. */
const untouched = async (): Promise<unknown[]> => [
  await lab.query('SELECT * FROM scores ORDER BY id'),
  await lab.query('SELECT * FROM leaderboard_entries ORDER BY id'),
  await lab.query(`SELECT * FROM runs WHERE kind <> 'REPRODUCTION' ORDER BY id`),
  await lab.query('SELECT id, basis, status FROM credentials ORDER BY id'),
];

describe('a reproduction', () => {
  let worker: Awaited<ReturnType<GradingLab['startWorker']>>;
  beforeAll(async () => {
    worker = await lab.startWorker();
  }, 60_000);
  afterAll(() => worker?.stop());

  it('of a project that is honest about chance is identical, and leaves the original as it was', async () => {
    const original = await scored(constantProject);
    const before = await untouched();
    const { verdict, comparison, run_id: id } = await reproduced(original);
    expect(verdict).toBe('IDENTICAL');
    expect(comparison?.measures.map(({ name }) => name)).toEqual(expect.arrayContaining(['auc', 'points']));
    expect(comparison?.files).toContainEqual({
      name: 'hidden/predictions.csv',
      isPrediction: true,
      isSame: true,
      rows: null,
    });
    expect(await untouched()).toEqual(before);
    const run = await lab.run(id);
    expect(run).toMatchObject({ kind: 'REPRODUCTION', outcome: 'SCORED', scores: [] });
    expect(run.metrics.every(({ split }) => split === 'PUBLIC_TEST')).toBe(true);
    expect(run.receipt?.statement).toContain('"kind":"REPRODUCTION"');
  });

  it('of a project that draws without the seed is different, and says in which numbers', async () => {
    const drawn = constantProject['train.py'].replace('"0.3"', 'str(random.uniform(0.05, 0.95))');
    const noisy = projectWith({ 'train.py': `import random\n${drawn}` });
    const { verdict, comparison } = await reproduced(await scored(noisy));
    expect(verdict).toBe('DIFFERENT');
    const agreements = new Map(comparison?.measures.map(({ name, agreement }) => [name, agreement]));
    // A constant ranks nobody, whatever it is; how far off it is depends on it.
    expect(agreements.get('auc')).toBe('IDENTICAL');
    expect(agreements.get('brier')).toMatch(/_INTERVAL$/);
    const predictions = comparison?.files.find(({ name }) => name === 'hidden/predictions.csv');
    expect(predictions).toMatchObject({ isSame: false, rows: { count: expect.any(Number) } });
    expect(predictions?.rows?.changed).toBe(predictions?.rows?.count);
  });

  it('goes on the record of the packages that each image holds', async () => {
    const noted = () =>
      lab.query<{ image_id: string; packages: string }>('SELECT image_id, packages FROM image_packages');
    // Beside the runs, and again with the next heartbeat where the engine had no time.
    await untilTrue(
      async () => (await noted()).length > 1,
      NOTED_WITHIN_MS,
      () => 'Packages of the images are not noted.',
    );
    const rows = await noted();
    expect(rows.map(({ image_id: id }) => id).sort()).toEqual([images.light, images.scorer].sort());
    expect(rows[0]?.packages).toMatch(/^python3-numpy [0-9]/m);
    expect(await lab.command(['images'])).toMatch(new RegExp(`^${images.light}  .*in use as light$`, 'm'));
  });
});

it('says that an image is gone when the engine has it no more', async () => {
  const docker = new Docker();
  const container = await docker.createContainer({ Image: images.light, Cmd: ['true'] });
  const { Id: passing } = (await container.commit({ comment: 'for one test' })) as { Id: string };
  await container.remove();
  const first = await lab.startWorker({ WORKER_ID: 'first', IMAGE_LIGHT: passing });
  const original = await scored(constantProject);
  await first.stop();
  await docker.getImage(passing).remove({ force: true });
  await lab.startWorker({ WORKER_ID: 'second' });
  const { verdict, comparison, run_id: id } = await reproduced(original);
  expect(verdict).toBe('IMAGE_GONE');
  expect(comparison?.missingImages).toEqual([{ name: 'light', id: passing }]);
  expect(await lab.run(id)).toMatchObject({
    outcome: 'INFRASTRUCTURE_ERROR',
    message: expect.stringContaining(`The image light (${passing})`),
  });
}, 120_000);

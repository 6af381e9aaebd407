import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freshDatabase } from '../support/database.js';
import { ASSIGNMENT, GradingLab, type RunRow } from '../support/grading-lab.js';
import { testImages } from '../support/images.js';
import { forFewRuns } from '../support/long-tier.js';

const EXERCISES = path.resolve(ASSIGNMENT, '../exercises');
const SLUGS = ['model-registry', 'production-dossier'];
const folderOf = (slug: string) => path.join(EXERCISES, slug);

let drop: (() => Promise<void>) | undefined;
let lab: GradingLab;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  lab = await GradingLab.create(database, testImages(), { env: forFewRuns });
  const said = await lab.command([
    'publish',
    ASSIGNMENT,
    ...SLUGS.map(folderOf),
    '--organization',
    'lab',
    '--stage',
    'classical-baselines',
  ]);
  for (const slug of SLUGS) expect(said).toContain(`${slug} version 1 is published`);
  await lab.startWorker();
}, 180_000);
afterAll(async () => {
  await lab?.close();
  await drop?.();
});

const shares = (run: RunRow): Record<string, number> =>
  Object.fromEntries(run.metrics.map(({ name, value }) => [name, value]));
const messages = (run: RunRow): string => JSON.stringify(run.scores[0]?.findings);

/** The reference's dossier with a card that says other things. */
async function dossier(changes: object): Promise<string> {
  const folder = await mkdtemp(path.join(lab.folder, 'dossier-'));
  await cp(path.join(folderOf('production-dossier'), 'reference/solution'), folder, { recursive: true });
  const file = path.join(folder, 'documents/model_card.json');
  const card = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...card, ...changes }));
  return folder;
}

describe('an exercise on the platform', () => {
  it('is published, submitted and certified like a project', async () => {
    const solution = path.join(folderOf('model-registry'), 'reference/solution');
    const run = await lab.finished(await lab.submit(solution, 'CERTIFICATION', 'model-registry'));
    expect(run.outcome).toBe('SCORED');
    expect(run.scores[0]).toMatchObject({ value: 100, low: 100, high: 100, isPassed: true });
    expect(await lab.log(run.id)).not.toContain('Traceback');
  });

  it('tells a starter what is wrong, without a word of its own from hidden tasks', async () => {
    const starter = path.join(folderOf('model-registry'), 'starter');
    const run = await lab.finished(await lab.submit(starter, 'PRACTICE', 'model-registry'));
    expect(run.scores[0]).toMatchObject({ isPassed: false });
    expect(messages(run)).toContain('the function raised an exception');
    expect(messages(run)).not.toContain('NotImplementedError');
  });
});

describe('a dossier and what the platform measured', () => {
  it('says so while the student has no scored run of a project', async () => {
    const run = await lab.finished(await lab.submit(await dossier({}), 'PRACTICE', 'production-dossier'));
    expect(shares(run)).toMatchObject({ numbers: 0, card: 1, costs: 1, release: 1 });
    expect(messages(run)).toContain('You have no scored run of a project yet.');
  });

  it("accepts the numbers of the student's own latest run, and no others", async () => {
    const project = await lab.finished(await lab.submit(path.join(ASSIGNMENT, 'reference/naive')));
    expect(project.outcome).toBe('SCORED');
    const metrics = project.metrics
      .filter(({ isGraded }) => isGraded)
      .map(({ name, value, low, high }) => ({ name, value, low, high }));
    const points = project.scores[0]?.value;
    const grade = async (changes: object) =>
      lab.finished(await lab.submit(await dossier(changes), 'CERTIFICATION', 'production-dossier'));
    const honest = await grade({ points, metrics });
    expect([shares(honest)['numbers'], messages(honest)]).toEqual([1, '[]']);
    expect(honest.scores[0]?.value).toBe(100);
    const [first, ...others] = metrics;
    const invented = await grade({ points, metrics: [{ ...first, value: 0.99 }, ...others] });
    expect(shares(invented)['numbers']).toBe(0);
    expect(messages(invented)).toContain(`\`${first?.name}\``);
  });
});

import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { constantProject, projectWith, withoutName } from '../support/projects.js';
import { writeProject } from '../support/grading-lab.js';
import { untilTrue } from '../support/until-true.js';
import { testImages } from '../support/images.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { OwnRedis } from '../support/own-redis.js';
import { Engines, Fleet, LABELS, NEEDS, WORKERS, type Need, type WorkerName } from './support/fleet.js';

const IMAGE_LABELS = ['image:light', 'image:scorer'];
/** Workers hear orders with their heartbeat, every ten seconds. */
const HEARD_WITHIN_MS = 30_000;
const LOADED_WITHIN_MS = 240_000;
const GRADED_WITHIN_MS = 180_000;

let engines: Engines;
let redis: OwnRedis;
let postgres: OwnPostgres;

beforeAll(async () => {
  engines = await Engines.start(testImages());
  redis = await OwnRedis.start();
  postgres = await OwnPostgres.start(path.join(engines.folder, 'database'));
}, 600_000);

afterAll(async () => {
  await postgres?.stop();
  await redis?.stop();
  await engines?.stop();
}, 120_000);

describe.each([
  ['Redis', () => ({ REDIS_URL: redis.url })],
  ['PostgreSQL', () => ({})],
])('three workers on three engines, with the queue in %s', (_queue, env) => {
  let fleet: Fleet;
  let project: string;

  beforeAll(async () => {
    fleet = await Fleet.start(engines, postgres.adminUrl, env());
    project = await writeProject(fleet.lab.folder, withoutName(constantProject));
  }, 300_000);

  afterAll(async () => {
    await fleet?.stop();
  }, 60_000);

  const submit = (need: Need, count: number): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, () => fleet.submit(need, project)));
  const allGraded = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids)
      expect(await fleet.lab.finished(id, GRADED_WITHIN_MS)).toMatchObject({ outcome: 'SCORED' });
  };
  const state = async (name: WorkerName): Promise<string> =>
    (await fleet.lab.command(['fleet'])).split('\n').find((line) => line.startsWith(name)) ?? '';
  const untilState = (name: WorkerName, word: string): Promise<void> =>
    untilTrue(
      async () => (await state(name)).includes(word),
      HEARD_WITHIN_MS,
      () => `${name} is not ${word}`,
    );

  it('each says which images its engine holds; those that it lacked come from the archive before any run', async () => {
    const whole = Object.fromEntries(
      WORKERS.map((name) => [name, [...LABELS[name].split(','), ...IMAGE_LABELS]]),
    );
    let labels: Record<string, string[]> = {};
    await untilTrue(
      async () => isDeepStrictEqual((labels = await fleet.labels()), whole),
      LOADED_WITHIN_MS,
      () => JSON.stringify(labels),
    );
  });

  it('runs go to workers that can do what they require, and to no other', async () => {
    const ids = {
      europe: await submit('europe', 2),
      large: await submit('large', 2),
      anywhere: await submit('anywhere', 3),
    };
    await allGraded(Object.values(ids).flat());

    expect(await Promise.all(ids.europe.map((id) => fleet.graderOf(id)))).toEqual(['frankfurt', 'frankfurt']);
    expect(await Promise.all(ids.large.map((id) => fleet.graderOf(id)))).toEqual(['big', 'big']);
  });

  it('a paused worker takes nothing, the scaler hears what waits for whom, and resumed it goes on', async () => {
    await fleet.order('pause', 'big');
    // Its next beat tells it; a run that comes before would still be taken.
    await untilTrue(
      () => heardPause(fleet),
      HEARD_WITHIN_MS,
      () => 'the pause is not heard',
    );
    const ids = await submit('large', 2);
    await allGraded(await submit('anywhere', 2));
    expect(await Promise.all(ids.map((id) => fleet.lab.isFinished(id)))).toEqual([false, false]);
    const lane = [...NEEDS.large, 'image:light'].sort().join(' ');
    const [waiting, seconds, slots] = await Promise.all(
      ['waiting_runs', 'demand_resource_seconds', 'slots'].map((metric) => fleet.demand(metric)),
    );
    expect(waiting?.[lane]).toBe(2);
    expect(seconds?.[lane]).toBeGreaterThan(0);
    expect(slots?.[lane]).toBe(0);

    await fleet.order('resume', 'big');
    await allGraded(ids);
  });

  it('one after the other is drained and started again while runs come: each is graded once, none is interrupted', async () => {
    const ids = await submit('anywhere', 4);
    for (const name of WORKERS) {
      ids.push(...(await submit('anywhere', 1)));
      await fleet.order('drain', name);
      await fleet.workers.get(name)?.ended;
      await fleet.startWorker(name);
      await untilState(name, 'UP');
    }
    await allGraded(ids);

    const [{ scores, interruptions } = {}] = await fleet.lab.query<{ scores: string; interruptions: string }>(
      `SELECT (SELECT count(*) FROM scores WHERE run_id = ANY($1::uuid[])) AS scores,
         (SELECT count(*) FROM run_interruptions WHERE run_id = ANY($1::uuid[])) AS interruptions`,
      [ids],
    );
    expect({ scores, interruptions }).toEqual({ scores: String(ids.length), interruptions: '0' });
  });

  it('a worker that is stopped in the middle gives its run back, and another of its labels grades it', async () => {
    const slow = projectWith({ 'train.py': `import time; time.sleep(6)\n${constantProject['train.py']}` });
    const id = await fleet.submit('anywhere', await writeProject(fleet.lab.folder, withoutName(slow)));
    const { workerId } = await fleet.lab.when(id, ({ phases }) =>
      phases.some(({ name }) => name === 'TRAIN'),
    );
    const taker = WORKERS.find((name) => name === workerId);
    if (!taker) throw new Error(`${id} is graded by ${workerId}.`);
    await fleet.workers.get(taker)?.stop();
    await allGraded([id]);

    expect(await fleet.graderOf(id)).not.toBe(taker);
  });
});

/** A worker that has beaten since it was told. */
async function heardPause(fleet: Fleet): Promise<boolean> {
  const rows = await fleet.lab.query(
    "SELECT 1 FROM workers WHERE id = 'big' AND paused_at < seen_at - interval '1 second'",
  );
  return rows.length > 0;
}

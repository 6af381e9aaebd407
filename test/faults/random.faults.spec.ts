import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunRow } from '../support/grading-lab.js';
import { untilTrue } from '../support/until-true.js';
import { testImages } from '../support/images.js';
import { FAULTS } from './support/faults.js';
import { Feed } from './support/feed.js';
import { Journal } from './support/journal.js';
import { Machine } from './support/machine.js';
import { Random } from './support/random.js';
import { summaryOf } from './support/summary.js';
import { certificationsCharged, certificationsDue, faultsOf } from './support/verdict.js';

const RUNS = Number(process.env['FAULTS_RUNS'] ?? 200);
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
/** Between two faults so many runs end, or so much time passes. */
const CALM_RUNS = 2;
const CALM_MS = 60_000;
/** With fewer runs than kinds of fault the seed chooses. */
const ONLY = new RegExp(process.env['FAULTS_ONLY'] ?? '');
/** After the last fault: five attempts with their pauses, and leases that end. */
const SETTLED_WITHIN_MS = 180_000;
const TIDY_WITHIN_MS = 90_000;

let machine: Machine;
let journal: Journal;
let feed: Feed;
const runs: RunRow[] = [];

beforeAll(async () => {
  const random = new Random(SEED);
  machine = await Machine.start(testImages());
  journal = new Journal(machine.lab);
  feed = await Feed.create(machine.lab, random);
  try {
    await strikeWhile(feed.run(RUNS), random);
  } finally {
    feed.stop();
    await machine.mend();
    await report();
  }
}, 3_600_000);

afterAll(async () => {
  await machine?.stop();
}, 60_000);

/** One fault after the other, each kind once before any comes again, until the work is done. */
async function strikeWhile(work: Promise<void>, random: Random): Promise<void> {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  const chosen = FAULTS.filter(({ name }) => ONLY.test(name));
  const looking = setInterval(() => void journal.look().catch(() => undefined), 250); // the database may be what is gone
  try {
    while (!isDone)
      for (const fault of random.shuffled(chosen)) {
        if (isDone) break;
        await untilTrue(
          () => machine.isAnswering(),
          60_000,
          () => 'the database does not come back',
        );
        const over = await journal.begin(fault);
        over(await fault.strike(machine, random));
        await someEnd(random);
        tell(fault.name, await ended());
      }
    await done;
    await untilTrue(hasSettled, SETTLED_WITHIN_MS, unsettled);
    await journal.look();
  } finally {
    clearInterval(looking);
  }
}

/** Time for some runs to end, whatever else waits: work that is only ever interrupted would be given up. */
async function someEnd(random: Random): Promise<void> {
  const before = await ended();
  for (const last = Date.now() + CALM_MS; Date.now() < last && (await ended()) < before + CALM_RUNS;)
    await sleep(100);
  await sleep(random.between(0, 1_500));
}

/** Where it stands, for who waits: Jest shows what is logged when all is over. */
function tell(fault: string, runsEnded: number): void {
  process.stderr.write(`${process.uptime().toFixed(0)} s: ${fault}; ${runsEnded} of ${RUNS} runs ended\n`);
}

async function ended(): Promise<number> {
  const rows = await machine.lab
    .query<{ count: number }>("SELECT count(*)::int AS count FROM runs WHERE status = 'FINISHED'")
    .catch(() => []);
  return rows[0]?.count ?? 0;
}

async function hasSettled(): Promise<boolean> {
  const left = await machine.lab.query("SELECT 1 FROM runs WHERE status <> 'FINISHED'");
  return left.length === 0;
}

const unsettled = (): string => machine.workers.map((worker) => worker.output().slice(-6_000)).join('\n');

async function report(): Promise<void> {
  const ids = await machine.lab.query<{ id: string }>('SELECT id FROM runs ORDER BY queued_at');
  for (const { id } of ids) runs.push(await machine.lab.run(id));
  const table = summaryOf(SEED, journal, runs);
  console.log(table);
  const file = process.env['FAULTS_TABLE'];
  if (!file) return;
  await writeFile(file, `${table}\n`);
  for (const worker of machine.workers) await writeFile(`${file}.${worker.id}.log`, worker.output());
}

it(`every run ends once, as its student's work deserves, and says what happened (FAULTS_SEED=${SEED})`, async () => {
  expect(runs.length).toBeGreaterThanOrEqual(RUNS);
  const wrong: string[] = [];
  for (const run of runs) wrong.push(...(await faultsOf(machine.lab, run, feed)));
  expect(wrong).toEqual([]);
});

it('the same work has the same points, however often it was begun', () => {
  for (const kind of ['PRACTICE', 'CERTIFICATION']) {
    const scores = runs.filter((run) => run.kind === kind).flatMap((run) => run.scores);
    expect(scores.map(({ value }) => value)).toEqual(scores.map(() => scores[0]?.value));
  }
});

it('every attempt that ended early comes from a fault that explains it', () => {
  expect(journal.unexplained).toEqual([]);
});

it('no attempt is charged for our failures', async () => {
  for (const own of Map.groupBy(runs, ({ studentId }) => studentId).values()) {
    const [run] = own;
    if (run) expect(await certificationsCharged(machine.lab, run)).toBe(certificationsDue(own));
  }
});

it('no worker ended by itself', () => {
  expect(machine.workers.flatMap(({ ownEnds }) => ownEnds)).toEqual([]);
});

it('every receipt is signed in the end', async () => {
  const unsigned = (): Promise<unknown[]> =>
    machine.lab.query('SELECT run_id FROM receipts WHERE envelope IS NULL');
  await untilTrue(async () => (await unsigned()).length === 0, TIDY_WITHIN_MS, unsettled);
}, 120_000);

it('no run keeps a container, and none is left when the workers end', async () => {
  const { docker } = machine.engine;
  const names = async (): Promise<string[]> =>
    (await docker.listContainers({ all: true })).flatMap(({ Names }) => Names);
  const isOfRun = (name: string): boolean => runs.some(({ id }) => name.includes(id));
  let left: string[] = [];
  await untilTrue(
    async () => (left = (await names()).filter(isOfRun)).length === 0,
    TIDY_WITHIN_MS,
    () => left.join('\n'),
  );
  await machine.stopWorkers();
  expect(await names()).toEqual([]);
  const networks = await docker.listNetworks({ filters: { label: ['dev.holdout.deployment'] } });
  expect(networks).toEqual([]);
}, 120_000);

it('no lease, no place in the queue and no worker is left', async () => {
  const [left] = await machine.lab.query(`
    SELECT (SELECT count(*)::int FROM runs WHERE lease_expires_at IS NOT NULL) AS leases,
      (SELECT count(*)::int FROM fair_queue.entries) AS places,
      (SELECT coalesce(sum(running), 0)::int FROM fair_queue.students) AS running,
      (SELECT count(*)::int FROM workers) AS workers`);
  expect(left).toEqual({ leases: 0, places: 0, running: 0, workers: 0 });
});

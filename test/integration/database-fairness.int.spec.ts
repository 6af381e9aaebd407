import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase, newId, type ClaimedRun, type Database } from '@holdout/db';
import { FairQueue, NO_LIMITS, type Limits, type WaitingRun } from '@holdout/fair-queue';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { arrangeSchool, type School } from '../support/school.js';

const LABELS = ['cpu', 'image:light'];
const WEIGHTS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 0.5 };

let test: TestDatabase;
let schools: School[];
let worker: Database;
let admin: pg.Client;

beforeEach(async () => {
  test = await freshDatabase();
  schools = [];
  for (const slug of Object.keys(WEIGHTS)) schools.push(await arrangeSchool(test, slug, 3));
  worker = createDatabase({ url: test.workerUrl, max: 8 });
  admin = new pg.Client(test.adminUrl);
  await admin.connect();
  for (const [slug, weight] of Object.entries(WEIGHTS))
    await admin.query('UPDATE organizations SET weight = $2 WHERE slug = $1', [slug, weight]);
});

afterEach(async () => {
  await Promise.all([worker.close(), admin.end()]);
  await test.drop();
});

/** A repeatable source of whole numbers below `n`. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

async function addRun(
  school: School,
  studentId: string,
  kind = 'PRACTICE',
  queuedAt = Date.now(),
): Promise<WaitingRun> {
  const [submissionId, id] = [newId(), newId()];
  const { organizationId } = school;
  await admin.query(
    `INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
     VALUES ($1, $2, $3, $4, 'x', 1, 'x.zip')`,
    [submissionId, organizationId, school.assignmentId, studentId],
  );
  await admin.query(
    `INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, seed, queued_at)
     VALUES ($1, $2, $3, $4, $5, $6::"RunKind", 1, to_timestamp($7 / 1000.0))`,
    [id, organizationId, submissionId, school.versionId, studentId, kind, queuedAt],
  );
  await worker.system.followQueue();
  const { rows } = await admin.query<{ seconds: number; lane: string }>(
    'SELECT expected_seconds AS seconds, lane FROM fair_queue.entries WHERE run_id = $1',
    [id],
  );
  const expectedSeconds = rows[0]?.seconds ?? 0;
  const requires = rows[0]?.lane.split(' ') ?? [];
  return { id, organizationId, studentId, queuedAt, requires, isDryRun: kind === 'DRY_RUN', expectedSeconds };
}

/** Ends a run as if it had been worked on for so long. */
async function finish(runId: string, seconds: number, outcome = 'SCORED'): Promise<void> {
  await admin.query(
    `UPDATE fair_queue.entries SET taken_at = date_trunc('milliseconds', now()) - make_interval(secs => $2) WHERE run_id = $1`,
    [runId, seconds],
  );
  await admin.query(
    `UPDATE runs SET status = 'FINISHED', outcome = $3::"Outcome", lease_expires_at = NULL, finished_at = e.taken_at + make_interval(secs => $2)
     FROM fair_queue.entries e WHERE e.run_id = runs.id AND runs.id = $1`,
    [runId, seconds, outcome],
  );
}

function limits(): Limits {
  const weights = new Map(schools.map(({ organizationId, slug }) => [organizationId, WEIGHTS[slug] ?? 1]));
  return { ...NO_LIMITS, weightOf: (id) => weights.get(id) ?? 1 };
}

const claim = (name = 'w', labels = LABELS): Promise<ClaimedRun | null> =>
  worker.system.claimNextRun(name, 30, labels);

it('claims in exactly the order of the pure rule, whatever happens in between', async () => {
  const roll = dice(11);
  const model = new FairQueue(limits());
  const waiting: WaitingRun[] = [];
  const taken: WaitingRun[] = [];
  const past = Date.now() - 3_600_000;
  for (let step = 0; step < 160; step += 1) {
    const action = roll(10);
    if (action < 4) {
      const school = schools[roll(3)] as School;
      const student = school.students[roll(3)] as string;
      const run = await addRun(
        school,
        student,
        roll(6) === 0 ? 'DRY_RUN' : 'PRACTICE',
        past + roll(600) * 1000,
      );
      waiting.push(run);
      model.add(run);
    } else if (action < 7) {
      const next = model.take(new Set(LABELS), Date.now());
      expect([step, (await claim())?.runId]).toEqual([step, next?.id]);
      if (next) taken.push(...waiting.splice(waiting.indexOf(next), 1));
    } else if (action < 9 && taken.length > 0) {
      const [ended] = taken.splice(roll(taken.length), 1) as [WaitingRun];
      const [seconds, isOurs] = [roll(8) * 16, roll(4) === 0];
      await finish(ended.id, seconds, isOurs ? 'INFRASTRUCTURE_ERROR' : 'SCORED');
      await worker.system.followQueue();
      model.settle(ended.id, isOurs ? 0 : seconds);
    } else if (waiting.length > 0) {
      const [gone] = waiting.splice(roll(waiting.length), 1) as [WaitingRun];
      await admin.query(
        `UPDATE runs SET status = 'FINISHED', outcome = 'CANCELLED', finished_at = now() WHERE id = $1`,
        [gone.id],
      );
      await worker.system.followQueue();
      model.remove(gone.id);
    }
    for (const run of waiting.slice(-2))
      expect((await worker.system.queuePosition(run.id))?.position).toBe(model.placeOf(run.id)?.position);
  }
  expect(taken.length + waiting.length).toBeGreaterThan(5);
}, 60_000);

it('gives two organizations that both have plenty their shares, as the pure rule foretells', async () => {
  const [one, two] = schools as [School, School];
  await admin.query(
    `INSERT INTO quotas (id, organization_id, parallel_runs) VALUES ($1, $2, 8), ($3, $4, 8)`,
    [newId(), one.organizationId, newId(), two.organizationId],
  );
  // The first floods the queue before the second comes.
  for (let i = 0; i < 60; i += 1) await addRun(one, one.students[i % 3] as string);
  for (let i = 0; i < 60; i += 1) await addRun(two, two.students[i % 3] as string);
  const served: string[] = [];
  const workOn = async (name: string): Promise<void> => {
    while (served.length < 60) {
      const run = await claim(name);
      if (!run) return;
      served.push(run.organizationId);
      await sleep(10 + (served.length % 5) * 4);
      await finish(run.runId, 60);
    }
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(workOn));
  const share = served.filter((id) => id === two.organizationId).length / served.length;
  expect(share).toBeGreaterThan(0.6);
  expect(share).toBeLessThan(0.73);
}, 60_000);

it('holds an organization to its quota of a day, until the quota is raised', async () => {
  const [one, two] = schools as [School, School];
  await admin.query(`INSERT INTO quotas (id, organization_id, cpu_seconds) VALUES ($1, $2, 60)`, [
    newId(),
    one.organizationId,
  ]);
  const first = await addRun(one, one.students[0] as string);
  const second = await addRun(one, one.students[1] as string);
  const other = await addRun(two, two.students[0] as string);
  const claimed = [await claim(), await claim(), await claim()].map((run) => run?.runId);
  expect(new Set(claimed)).toEqual(new Set([first.id, other.id, undefined]));
  await admin.query(`UPDATE quotas SET cpu_seconds = 600`);
  await worker.system.runsToTicket();
  expect((await claim())?.runId).toBe(second.id);
});

it('gives a worker only runs whose labels it has, and nothing while it is paused or drained', async () => {
  const [one] = schools as [School];
  const run = await addRun(one, one.students[0] as string);
  expect(await claim('w', ['gpu', 'image:light'])).toBeNull();
  expect(await claim('w', ['cpu', 'image:torch-cpu'])).toBeNull();
  await worker.system.beat({ id: 'w', hostname: 'h', labels: LABELS, concurrency: 2, startedAt: new Date() });
  for (const column of ['paused_at', 'drain_requested_at']) {
    await admin.query(`UPDATE workers SET ${column} = now()`);
    expect(await claim()).toBeNull();
    await admin.query(`UPDATE workers SET ${column} = NULL`);
  }
  expect((await claim())?.runId).toBe(run.id);
});

it('knows no waiting time while no worker is up that could take the run, and one once there is', async () => {
  const [one] = schools as [School];
  for (let i = 0; i < 4; i += 1) await addRun(one, one.students[0] as string);
  const last = await addRun(one, one.students[0] as string, 'PRACTICE', Date.now() + 60_000);
  expect((await worker.system.queuePosition(last.id))?.aheadSeconds).toBeNull();
  await worker.system.beat({
    id: 'g',
    hostname: 'h',
    labels: ['gpu'],
    concurrency: 2,
    startedAt: new Date(),
  });
  expect((await worker.system.queuePosition(last.id))?.aheadSeconds).toBeNull();
  await worker.system.beat({ id: 'w', hostname: 'h', labels: LABELS, concurrency: 1, startedAt: new Date() });
  await claim();
  await claim();
  expect((await worker.system.queuePosition(last.id))?.aheadSeconds).toBeGreaterThan(60);
  expect(await worker.system.queuePosition(newId())).toBeNull();
  const demand = await worker.system.queueDemand();
  expect(demand).toMatchObject([
    { lane: 'cpu image:light', waiting: 3, running: 2, slots: 1, waitingSeconds: 180 },
  ]);
});

it('tells a longer wait while many hand in, and no more than twice as long', async () => {
  const [one, two] = schools as [School, School];
  await worker.system.beat({ id: 'w', hostname: 'h', labels: LABELS, concurrency: 1, startedAt: new Date() });
  for (const school of [one, two])
    for (const student of school.students.slice(0, 2)) await addRun(school, student);
  const last = await addRun(one, one.students[2] as string);
  const told = async () => (await worker.system.queuePosition(last.id))?.aheadSeconds ?? 0;

  const inARush = await told();
  await admin.query(`UPDATE fair_queue.entries SET queued_at = queued_at - interval '1 hour'`);
  const later = await told();

  expect(later).toBeGreaterThan(0);
  expect(inARush).toBeCloseTo(2 * later, 5);
});

it('counts what runs had of GPUs against quotas, in a lane of processors and with several devices', async () => {
  const [one] = schools as [School];
  const [student] = one.students as [string];
  const spent = async (): Promise<Record<string, number>> => {
    const { rows } = await admin.query<{ resource: string; spent: number }>(
      'SELECT resource, spent FROM fair_queue.student_shares WHERE student_id = $1',
      [student],
    );
    return Object.fromEntries(rows.map(({ resource, spent: seconds }) => [resource, Math.round(seconds)]));
  };
  const ran = async (labels: string[], held: number, gpuSeconds: number, outcome?: string): Promise<void> => {
    const definition = JSON.stringify({ labels });
    await admin.query(`ALTER TABLE assignment_versions DISABLE TRIGGER USER`);
    await admin.query('UPDATE assignment_versions SET definition = definition || $1::jsonb', [definition]);
    const { id } = await addRun(one, student);
    await claim('w', [...labels, ...LABELS]);
    await admin.query('UPDATE runs SET gpu_seconds = $2 WHERE id = $1', [id, gpuSeconds]);
    await finish(id, held, outcome);
    await worker.system.followQueue();
  };
  await ran(['cpu'], 30, 20);
  expect(await spent()).toEqual({ CPU: 30, GPU: 20 });
  await ran(['gpu'], 30, 20);
  expect(await spent()).toEqual({ CPU: 30, GPU: 50 });
  await ran(['gpu'], 30, 80);
  expect(await spent()).toEqual({ CPU: 30, GPU: 130 });
  await ran(['cpu'], 30, 20, 'INFRASTRUCTURE_ERROR');
  expect(await spent()).toEqual({ CPU: 30, GPU: 130 });

  await admin.query(`INSERT INTO quotas (id, organization_id, gpu_seconds) VALUES ($1, $2, 130)`, [
    newId(),
    one.organizationId,
  ]);
  await admin.query('UPDATE assignment_versions SET definition = definition || $1::jsonb', [
    '{"labels":["gpu"]}',
  ]);
  await addRun(one, student);
  expect(await claim('w', ['gpu', ...LABELS])).toBeNull();
});

it('decides as fast among thousands of waiting runs as among few', async () => {
  const [one] = schools as [School];
  await addRun(one, one.students[0] as string);
  const place = async () => {
    const { rows } = await admin.query<{ plan: string }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) SELECT fair_queue.next_run(ARRAY['cpu','image:light'])`,
    );
    expect(rows).toHaveLength(1);
    const times: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const before = performance.now();
      await admin.query(`SELECT fair_queue.next_run(ARRAY['cpu','image:light'])`);
      times.push(performance.now() - before);
    }
    return times.sort((a, b) => a - b)[10] as number;
  };
  const few = await place();
  await admin.query(
    `INSERT INTO fair_queue.entries (run_id, organization_id, student_id, lane, resource, queued_at, is_dry_run, expected_seconds)
     SELECT gen_random_uuid(), organization_id, student_id, lane, resource, queued_at + make_interval(secs => n), false, 60
     FROM fair_queue.entries, generate_series(1, 20000) n`,
  );
  await admin.query('ANALYZE fair_queue.entries');
  expect(await place()).toBeLessThan(Math.max(3, 4 * few));
});

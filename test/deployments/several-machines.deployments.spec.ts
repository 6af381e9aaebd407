import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { untilTrue } from '../support/until-true.js';
import { testImages } from '../support/images.js';
import { constantProject, sleepingProject, withoutName } from '../support/projects.js';
import { assignmentIn, Deployment, projectIn, readableByAll, type RunResult } from './support/deployment.js';
import { Machine, SERVERS } from './support/machine.js';
import { BUCKET, settings, VAULT } from './support/settings.js';
import type { Visitor } from './support/visitor.js';
import { Wire } from './support/wire.js';
import { machineWithFakeGpu, WorkerMachine } from './support/worker-machine.js';

const STUDENT = ['student@demo.holdout', 'holdout-demo'] as const;
/** An archive of 800 MB is loaded by an engine that has nothing. */
const LOADED_WITHIN_MS = 240_000;
const STARTED_WITHIN_MS = 60_000;
/** A lease, a connection that is given up, and the run from its beginning. */
const TAKEN_OVER_WITHIN_MS = 180_000;

let folder: string;
let wire: Wire;
let deployment: Deployment;
let visitor: Visitor;
const workers = new Map<string, WorkerMachine>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-machines-'));
  wire = new Wire();
  const images = testImages();
  const control = await Machine.start(path.join(folder, 'control'), wire, [
    ...SERVERS,
    'holdout/api',
    'holdout/web',
  ]);
  deployment = new Deployment(control, ['compose.yml', 'cluster/control.yml']);
  const shared = {
    ...settings(images),
    S3_VAULT_BUCKET: VAULT,
    HOLDOUT_PRIVATE_ADDRESS: control.address,
  };
  await control.configure(shared);
  await deployment.up();
  const machines = {
    plain: await Machine.start(path.join(folder, 'plain'), wire, ['holdout/worker']),
    gpu: await machineWithFakeGpu(path.join(folder, 'gpu'), wire),
  };
  for (const [name, machine] of Object.entries(machines)) {
    const worker = new WorkerMachine(name, machine, { hasGpu: name === 'gpu' });
    workers.set(name, worker);
    await worker.configure(shared, images);
    await worker.up();
  }
}, 900_000);

afterAll(async () => {
  for (const { machine } of workers.values()) await machine.stop();
  await deployment?.machine.stop();
  wire?.remove();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

/** What each worker that is up says that it can do. */
async function labels(): Promise<Record<string, string[]>> {
  const rows = await deployment.sql(
    `SELECT id, array_to_string(labels, ',') FROM workers WHERE seen_at > now() - interval '30 seconds'`,
  );
  return Object.fromEntries(
    rows.map((row) => {
      const [id = '', list = ''] = row.split('|');
      return [id, list.split(',').sort()];
    }),
  );
}

const graderOf = async ({ runId }: { runId: string }): Promise<string | undefined> =>
  (await deployment.sql(`SELECT worker_id FROM runs WHERE id = '${runId}'`))[0];

it('has a worker on each of two machines, whose images came out of an archive', async () => {
  visitor = await deployment.visitor(path.join(folder, 'visitor'));
  const wanted = {
    plain: ['cpu', 'image:light', 'image:scorer'],
    gpu: ['cpu', 'gpu', 'image:light', 'image:scorer'],
  };
  let found: Record<string, string[]> = {};
  await untilTrue(
    async () => isDeepStrictEqual((found = await labels()), wanted),
    LOADED_WITHIN_MS,
    () => JSON.stringify(found),
  );
}, 300_000);

it('grades there what is handed in here, from content and hidden data that lie in the store', async () => {
  await deployment.seed();
  const plain = workers.get('plain') as WorkerMachine;
  const authored = path.join(plain.machine.folder, 'authored');
  await mkdir(authored);
  for (const [slug, needs] of Object.entries({ 'tabular-risk': ['cpu'], 'gpu-risk': ['cpu', 'gpu'] })) {
    const assignment = await assignmentIn(authored, slug, needs);
    readableByAll(authored);
    await plain.publish(assignment, 'demo');
  }
  await deployment.seed();
  await visitor.signIn(...STUDENT);
  await projectIn(folder, 'constant', withoutName(constantProject));
  const result = await submit('tabular-risk');
  expect(result).toMatchObject({ outcome: 'SCORED', points: { value: expect.any(Number) as number } });
  expect(['plain', 'gpu']).toContain(await graderOf(result));
  expect(await deployment.keysOf('api', BUCKET)).not.toEqual([]);
  await expect(deployment.keysOf('api', VAULT)).rejects.toThrow(/denied/i);
}, 300_000);

it('gives a run that requires a GPU to the machine that has one', async () => {
  const results = [await submit('gpu-risk'), await submit('gpu-risk')];
  expect(results.map(({ outcome }) => outcome)).toEqual(['SCORED', 'SCORED']);
  expect(await Promise.all(results.map(graderOf))).toEqual(['gpu', 'gpu']);
}, 300_000);

it('finishes elsewhere what a machine that is lost had in hand, though its transaction never ended', async () => {
  const sleeping = await projectIn(folder, 'sleeping', withoutName(sleepingProject('TRAIN', 20)));
  const { runId } = await visitor.holdout<RunResult>('submit', sleeping, '--assignment', 'tabular-risk');
  let first: string | undefined;
  await untilTrue(
    async () => Boolean((first = await graderOf({ runId }))),
    STARTED_WITHIN_MS,
    () => 'Nobody took the run.',
  );
  const lost = workers.get(first ?? '') as WorkerMachine;
  const [organizationId = ''] = await deployment.sql(
    `SELECT organization_id FROM runs WHERE id = '${runId}'`,
  );
  await lost.hold(runId, organizationId);
  const held = `SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction' AND query LIKE 'SELECT id AS held %'`;
  await untilTrue(
    async () => (await deployment.sql(held)).length === 1,
    STARTED_WITHIN_MS,
    () => 'The row is not held.',
  );
  wire.cut(lost.machine.address);
  let row = '';
  await untilTrue(
    async () => {
      [row = ''] = await deployment.sql(`SELECT outcome, worker_id FROM runs WHERE id = '${runId}'`);
      return row.startsWith('SCORED|');
    },
    TAKEN_OVER_WITHIN_MS,
    () => `The run is ${row}`,
  );
  expect(row).toBe(`SCORED|${first === 'plain' ? 'gpu' : 'plain'}`);
}, 300_000);

function submit(slug: string): Promise<RunResult> {
  return visitor.holdout('submit', path.join(folder, 'constant'), '--assignment', slug, '--wait');
}

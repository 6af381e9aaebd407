import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeviceLocks, DockerSandbox, EngineGpus, GpuLeases, type GpuDevice } from '@holdout/sandbox';
import type { Graded, GradingDeps } from '@holdout/grading';
import { testImages } from '../support/images.js';
import { trainWith } from './corpus/programs.js';
import { EngineWithFakeHook, overlaps } from './support/engine-with-fake-hook.js';
import { Pipeline } from './support/pipeline.js';

const GIB = 1024 ** 3;
const DEVICES: GpuDevice[] = ['GPU-0a', 'GPU-0b', 'MIG-0c'].map((id) => ({
  id,
  name: 'Stand-in',
  memoryBytes: GIB,
  driver: '0',
}));
/** How many devices each run asks for. */
const ASKED = [1, 2, 1, 3, 1, 2];
const submission = trainWith('import time; time.sleep(1)');

let engine: EngineWithFakeHook;
let pipeline: Pipeline;
let sandbox: DockerSandbox;
let folder: string;

beforeAll(async () => {
  const { light, scorer } = testImages();
  pipeline = await Pipeline.create(undefined);
  engine = await EngineWithFakeHook.start([light, scorer]);
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-gpu-locks-'));
  sandbox = new DockerSandbox({
    dockerHost: engine.host,
    deploymentId: 'gpu',
    workerId: 'gpu',
    pool: { memoryBytes: 0 },
  });
}, 300_000);

afterAll(async () => {
  await sandbox.close();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Grade six submissions at once whose training wants one to three devices. */
function gradeAll(gpus: NonNullable<GradingDeps['gpus']>): Promise<Graded[]> {
  return Promise.all(
    ASKED.map((count) => pipeline.grade({ submission, limits: { gpus: count } }, { sandbox, gpus })),
  );
}

it('the engine is found to hand all of them out', async () => {
  await engine.forget();
  const ids = DEVICES.map(({ id }) => id);
  await new EngineGpus('nvidia', engine.host).tryOut(ids, testImages().light, {});

  expect((await engine.uses()).map(({ device }) => device)).toEqual(ids);
});

it('runs never share a GPU, those that need several get them together, and their time is metered', async () => {
  await engine.forget();
  const graded = await gradeAll(new GpuLeases(DEVICES, new DeviceLocks(folder)));

  const uses = await engine.uses();
  expect(overlaps(uses)).toBe(0);
  expect(uses).toHaveLength(ASKED.reduce((sum, count) => sum + count, 0));
  graded.forEach(({ gpus, gpuSeconds, phases }, place) => {
    const count = ASKED[place] ?? 0;
    expect(gpus).toHaveLength(count);
    const training = phases.filter(({ name }) => name === 'TRAIN');
    // Its time is taken outside, which on a busy machine is a little less than the second that it sleeps.
    const seconds = training.reduce((sum, { usage }) => sum + usage.wallMs / 1000, 0);
    expect(seconds).toBeGreaterThan(0.5);
    expect(gpuSeconds).toBeCloseTo(count * seconds, 6);
  });
});

it('a broken lease is caught: without it they would share', async () => {
  await engine.forget();
  const release = (): Promise<void> => Promise.resolve();
  await gradeAll({
    devices: DEVICES,
    lease: (count) => Promise.resolve({ devices: DEVICES.slice(0, count), release }),
  });

  expect(overlaps(await engine.uses())).toBeGreaterThan(0);
});

it('an engine that no longer hands them out is doubted, so that the run does without when it is tried again', async () => {
  const leases = new GpuLeases(DEVICES, new DeviceLocks(folder));
  let isDoubted = false;
  const gpus = {
    get devices() {
      return isDoubted ? [] : DEVICES;
    },
    lease: (count: number) => leases.lease(count),
    doubt: () => void (isDoubted = true),
  };
  // The engine of the other tests: no hook is there.
  const withoutHook = new DockerSandbox({
    deploymentId: 'gpu',
    workerId: 'no-hook',
    pool: { memoryBytes: 0 },
  });
  const grade = (): Promise<Graded> =>
    pipeline.grade({ submission, limits: { gpus: 1 } }, { sandbox: withoutHook, gpus });
  try {
    await expect(grade()).rejects.toThrow(/NVIDIA Container Toolkit/);

    expect(await grade()).toMatchObject({ gpus: [], gpuSeconds: 0 });
  } finally {
    await withoutHook.close();
  }
});

import { GpuLeases, SandboxMisconfiguredError } from '@holdout/sandbox';
import { UsableGpus } from './usable-gpus.js';

const device = { id: 'GPU-a', name: 'A GPU', memoryBytes: 1, driver: '1' };
const freeLocks = { take: () => Promise.resolve(true), release: () => Promise.resolve() };

it('GPUs that the engine cannot hand out are not there, and it is said why until they are', async () => {
  const asked: (readonly string[])[] = [];
  let hasHook = false;
  const gpus = new UsableGpus(new GpuLeases([device], freeLocks), (ids) => {
    asked.push(ids);
    return hasHook ? Promise.resolve() : Promise.reject(new SandboxMisconfiguredError('Install the hook.'));
  });
  await gpus.look();
  expect([gpus.devices, gpus.problem]).toEqual([[], 'Install the hook.']);

  hasHook = true;
  await gpus.look();
  await gpus.look();
  expect([gpus.devices, gpus.problem]).toEqual([[device], null]);
  expect(asked).toEqual([['GPU-a'], ['GPU-a']]);
});

it('GPUs that the engine failed a run with are not there until it has shown them again', async () => {
  let tried = 0;
  const gpus = new UsableGpus(new GpuLeases([device], freeLocks), () => Promise.resolve(void tried++));
  await gpus.look();
  gpus.doubt();
  expect(gpus.devices).toEqual([]);

  await gpus.look();
  expect([gpus.devices, tried]).toEqual([[device], 2]);
});

it('a machine without GPUs has no problem', async () => {
  const gpus = new UsableGpus(new GpuLeases([], freeLocks), () => Promise.reject(new Error('never asked')));
  await gpus.look();

  expect([gpus.devices, gpus.problem]).toEqual([[], null]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SandboxMisconfiguredError } from '../errors.js';
import { chosenGpus, listGpus, parseGpus } from './nvidia-smi.js';

const GIB = 1024 ** 3;

it('lists whole GPUs by the id that never changes', () => {
  const query =
    'GPU-aaaa, NVIDIA H100 80GB HBM3, 81559, 550.54.15, Disabled\nGPU-bbbb, Tesla T4, 15360, 550.54.15, [N/A]\n';
  expect(parseGpus(query, '')).toEqual([
    { id: 'GPU-aaaa', name: 'NVIDIA H100 80GB HBM3', memoryBytes: 81559 * 1024 ** 2, driver: '550.54.15' },
    { id: 'GPU-bbbb', name: 'Tesla T4', memoryBytes: 15 * GIB, driver: '550.54.15' },
  ]);
});

it('reads what the driver of an H100 said', async () => {
  // Real output; only the id was changed.
  const folder = await mkdtemp(path.join(tmpdir(), 'holdout-smi-'));
  const program = path.join(folder, 'nvidia-smi');
  await writeFile(
    program,
    `#!/bin/sh
case $1 in
  -L) echo 'GPU 0: NVIDIA H100 80GB HBM3 (UUID: GPU-00000000-0000-0000-0000-000000000000)' ;;
  --query-gpu=uuid,name,memory.total,driver_version,mig.mode.current)
    echo 'GPU-00000000-0000-0000-0000-000000000000, NVIDIA H100 80GB HBM3, 81559, 580.159.04, Disabled' ;;
esac`,
    { mode: 0o755 },
  );
  const found = await listGpus(program).finally(() => rm(folder, { recursive: true }));

  expect(found).toEqual([
    {
      id: 'GPU-00000000-0000-0000-0000-000000000000',
      name: 'NVIDIA H100 80GB HBM3',
      memoryBytes: 85_520_809_984,
      driver: '580.159.04',
    },
  ]);
});

it('lists the parts of a GPU that is cut up, and not the GPU itself', () => {
  const query =
    'GPU-aaaa, NVIDIA A100, 40960, 550.54.15, Enabled\nGPU-bbbb, NVIDIA A100, 40960, 550.54.15, Disabled\n';
  const list = [
    'GPU 0: NVIDIA A100 (UUID: GPU-aaaa)',
    '  MIG 3g.20gb     Device  0: (UUID: MIG-1111)',
    '  MIG 1g.5gb      Device  1: (UUID: MIG-2222)',
    'GPU 1: NVIDIA A100 (UUID: GPU-bbbb)',
  ].join('\n');
  expect(parseGpus(query, list)).toEqual([
    { id: 'MIG-1111', name: 'NVIDIA A100 MIG 3g.20gb', memoryBytes: 20 * GIB, driver: '550.54.15' },
    { id: 'MIG-2222', name: 'NVIDIA A100 MIG 1g.5gb', memoryBytes: 5 * GIB, driver: '550.54.15' },
    { id: 'GPU-bbbb', name: 'NVIDIA A100', memoryBytes: 40 * GIB, driver: '550.54.15' },
  ]);
});

it('finds none without a driver, and says so when the driver is broken', async () => {
  expect(await listGpus('/nowhere/nvidia-smi')).toEqual([]);
  await expect(listGpus('false')).rejects.toThrow(SandboxMisconfiguredError);
});

it('leases what the setting names, and says when that is not there', () => {
  const known = ['GPU-a', 'MIG-b'].map((id) => ({ id, name: id, memoryBytes: 0, driver: '1' }));
  const ids = (setting: string): string[] => chosenGpus(known, setting).map(({ id }) => id);
  expect([ids('all'), ids('none'), ids('MIG-b')]).toEqual([['GPU-a', 'MIG-b'], [], ['MIG-b']]);
  expect(() => chosenGpus(known, 'GPU-c')).toThrow('GPU_DEVICES names GPU-c');
});

import { containerOptions, importingOnDemand, shapeKey, shapeOf } from './container-options.js';

const MIB = 1024 * 1024;
const limits = {
  memoryBytes: 512 * MIB,
  cpus: 1.5,
  pids: 64,
  diskBytes: 128 * MIB,
  wallSeconds: 10,
  logBytes: 1,
  outputBytes: 1,
};
const spec = { image: 'sha256:1', limits, trusted: false, job: { kind: 'exec' as const } };

describe('the options of a grading container', () => {
  it('are the hardened ones', () => {
    expect(containerOptions(shapeOf(spec), 'n', {})).toMatchObject({
      User: '10001:10001',
      NetworkDisabled: true,
      HostConfig: {
        NetworkMode: 'none',
        Memory: 512 * MIB,
        MemorySwap: 512 * MIB,
        NanoCpus: 1_500_000_000,
        PidsLimit: 64,
        ReadonlyRootfs: true,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges:true'],
        IpcMode: 'private',
        LogConfig: { Type: 'none' },
        Ulimits: [
          { Name: 'core', Soft: 0, Hard: 0 },
          { Name: 'nofile', Soft: 1024, Hard: 1024 },
          { Name: 'fsize', Soft: 32 * MIB, Hard: 32 * MIB },
        ],
      },
    });
  });

  it('never mount a volume, and bound threads by the processors', () => {
    const options = containerOptions(shapeOf(spec), 'n', {});

    expect(options.HostConfig).not.toHaveProperty('Binds');
    expect(options.HostConfig).not.toHaveProperty('Mounts');
    expect(options.Env).toContain('OMP_NUM_THREADS=2');
  });

  it('have a container import for its job alone where it was not made ahead, and nothing to unpack an archive', () => {
    const made = (shape = shapeOf(spec)) => containerOptions(shape, 'n', {});
    const unpacking = shapeOf({ ...spec, job: { kind: 'prepare' } });

    expect(made().Env).not.toContain('HOLDOUT_IMPORTS=on-demand');
    expect(made(importingOnDemand(shapeOf(spec))).Env).toContain('HOLDOUT_IMPORTS=on-demand');
    expect(made(importingOnDemand(unpacking))).toMatchObject({ Cmd: ['--no-imports'] });
  });

  it('name leased GPUs by id and the runtime only when set', () => {
    const plain = containerOptions(shapeOf(spec), 'n', {}).HostConfig;
    const gpu = containerOptions(
      shapeOf({ ...spec, gpuDeviceIds: ['GPU-1'] }, { runtime: 'runsc' }),
      'n',
      {},
    ).HostConfig;
    const described = containerOptions(
      shapeOf({ ...spec, gpuDeviceIds: ['MIG-1'] }, { gpuDriver: 'cdi' }),
      'n',
      {},
    ).HostConfig;

    expect(plain).not.toHaveProperty('DeviceRequests');
    expect(plain).not.toHaveProperty('Runtime');
    expect(gpu).toMatchObject({
      Runtime: 'runsc',
      DeviceRequests: [{ Driver: 'nvidia', DeviceIDs: ['GPU-1'] }],
    });
    expect(described).toMatchObject({
      DeviceRequests: [{ Driver: 'cdi', DeviceIDs: ['nvidia.com/gpu=MIG-1'] }],
    });
  });
});

describe('containers are shared between jobs', () => {
  it('of the same image and limits, whatever their time and output limits', () => {
    const other = { ...spec, limits: { ...limits, wallSeconds: 99, logBytes: 9, outputBytes: 9 } };

    expect(shapeKey(shapeOf(other))).toBe(shapeKey(shapeOf(spec)));
  });

  it.each([
    { ...spec, image: 'sha256:2' },
    { ...spec, trusted: true },
    { ...spec, job: { kind: 'prepare' as const } },
    { ...spec, limits: { ...limits, pids: 65 } },
    { ...spec, gpuDeviceIds: ['0'] },
  ])('but never when anything that shapes the container differs (%#)', (other) => {
    expect(shapeKey(shapeOf(other))).not.toBe(shapeKey(shapeOf(spec)));
  });
});

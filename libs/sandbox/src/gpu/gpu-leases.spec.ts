import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxMisconfiguredError } from '../errors.js';
import { DeviceLocks } from './device-locks.js';
import { GpuLeases } from './gpu-leases.js';

const devices = ['GPU-a', 'GPU-b', 'MIG-c'].map((id) => ({ id, name: id, memoryBytes: 1, driver: '1' }));

describe('leases of GPUs', () => {
  let folder: string;
  let leases: GpuLeases;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'holdout-gpus-'));
    leases = new GpuLeases(devices, new DeviceLocks(folder));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('never overlap, however many runs ask for however many', async () => {
    const inUse = new Set<string>();
    let served = 0;
    const run = async (count: number): Promise<void> => {
      const lease = await leases.lease(count);
      expect(lease.devices).toHaveLength(count);
      for (const { id } of lease.devices) {
        expect(inUse.has(id)).toBe(false);
        inUse.add(id);
      }
      await sleep(2);
      for (const { id } of lease.devices) inUse.delete(id);
      await lease.release();
      served++;
    };
    await Promise.all(Array.from({ length: 30 }, (_, place) => run((place % 3) + 1)));

    expect(served).toBe(30);
  });

  it('are given in the order of asking: a run that needs all is not overtaken', async () => {
    const first = await leases.lease(1);
    const order: string[] = [];
    const all = leases.lease(3).then((lease) => (order.push('all'), lease.release()));
    const one = leases.lease(1).then((lease) => (order.push('one'), lease.release()));
    await sleep(10);
    expect(order).toEqual([]);
    await first.release();
    await Promise.all([all, one]);

    expect(order).toEqual(['all', 'one']);
  });

  it('are left by whoever stops waiting', async () => {
    const held = await leases.lease(3);
    const stop = new AbortController();
    const waiting = leases.lease(1, stop.signal);
    stop.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
    await held.release();

    expect((await leases.lease(3)).devices).toHaveLength(3);
  });

  it('are refused when there are never so many', async () => {
    await expect(leases.lease(4)).rejects.toThrow(SandboxMisconfiguredError);
  });

  it('hold between processes, and not for one that is gone', async () => {
    const other = await holding('GPU-a');
    expect((await leases.lease(2)).devices.map(({ id }) => id)).toEqual(['GPU-b', 'MIG-c']);
    const waiting = leases.lease(1);
    other.kill('SIGKILL');

    expect((await waiting).devices.map(({ id }) => id)).toEqual(['GPU-a']);
  });

  /** Starts another process that holds this device until it is killed. */
  async function holding(id: string): Promise<ChildProcess> {
    const locks = JSON.stringify(new URL('./device-locks.ts', import.meta.url).href);
    const program = `
      const { DeviceLocks } = await import(${locks});
      console.log(await new DeviceLocks(process.argv[1]).take('${id}'));
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect(String((await once(child.stdout, 'data')) as unknown[])).toBe('true\n');
    return child;
  }
});

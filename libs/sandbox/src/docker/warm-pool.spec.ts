import type { ContainerShape } from './container-options.js';
import type { LiveContainer } from './live-container.js';
import { WarmPool } from './warm-pool.js';

const base: ContainerShape = {
  image: 'sha256:1',
  limits: { memoryBytes: 1, cpus: 1, pids: 1, diskBytes: 1, fileBytes: 1 },
  trusted: false,
  preload: true,
  gpuDeviceIds: [],
  runtime: undefined,
};
const shape = (image: string): ContainerShape => ({ ...base, image });

/** Stands where an engine would: "starts" containers when told to. */
class Starts {
  readonly started: string[] = [];
  readonly containers: { token: string; isUsable: boolean }[] = [];
  readonly discarded: string[] = [];
  readonly warnings: string[] = [];
  private release: (() => void)[] = [];
  isHeld = false;
  isBroken = false;

  pool(places: number, perShape = 1): WarmPool {
    return new WarmPool(
      { memoryBytes: places, idleBytes: 1, perShape },
      async ({ image }) => {
        if (this.isHeld) await new Promise<void>((resolve) => this.release.push(resolve));
        if (this.isBroken) throw new Error('no engine');
        this.started.push(image);
        const container = { token: `${image}#${this.started.length}`, isUsable: true };
        this.containers.push(container);
        return container as LiveContainer;
      },
      (container) => void this.discarded.push(container.token),
      (message) => void this.warnings.push(message),
    );
  }

  letGo(): void {
    this.isHeld = false;
    this.release.splice(0).forEach((resolve) => resolve());
  }
}

describe('warm containers', () => {
  let starts: Starts;

  beforeEach(() => {
    starts = new Starts();
  });

  it('are handed out once each, only to their own shape', async () => {
    const pool = starts.pool(4);
    await pool.keep(shape('a'));

    expect(await pool.take(shape('b'))).toBeUndefined();
    expect((await pool.take(shape('a')))?.token).toBe('a#1');
    expect(await pool.take(shape('a'))).toBeUndefined();
  });

  it('under way are waited for by as many takers as there are starts', async () => {
    const pool = starts.pool(4);
    starts.isHeld = true;
    const keeping = pool.keep(shape('a'));
    const [first, second] = [pool.take(shape('a')), pool.take(shape('a'))];
    expect(await second).toBeUndefined();
    starts.letGo();
    await keeping;

    expect((await first)?.token).toBe('a#1');
  });

  it('of the shape used longest ago make room', async () => {
    const pool = starts.pool(2);
    for (const image of ['a', 'b', 'a', 'c']) await pool.keep(shape(image));

    expect(starts.discarded).toEqual(['b#2']);
    expect((await pool.take(shape('a')))?.token).toBe('a#1');
    expect((await pool.take(shape('c')))?.token).toBe('c#3');
  });

  it('never exceed the budget, and none is kept without one', async () => {
    await starts.pool(3).keep(shape('a'), 9);
    await starts.pool(0).keep(shape('b'), 9);

    expect(starts.started).toEqual(['a', 'a', 'a']);
  });

  it('are never made for a leased GPU', async () => {
    await starts.pool(3).keep({ ...base, gpuDeviceIds: ['0'] });

    expect(starts.started).toEqual([]);
  });

  it('that ended while they waited are thrown away', async () => {
    const pool = starts.pool(3, 2);
    await pool.keep(shape('a'));
    starts.containers.forEach((container, index) => Object.assign(container, { isUsable: index > 0 }));

    expect((await pool.take(shape('a')))?.token).toBe('a#2');
    expect(starts.discarded).toEqual(['a#1']);
  });

  it('that cannot be started are reported, and runs start cold', async () => {
    const pool = starts.pool(3);
    starts.isBroken = true;
    await pool.keep(shape('a'));

    expect(starts.warnings).toHaveLength(1);
    expect(await pool.take(shape('a'))).toBeUndefined();
  });

  it('are all thrown away at the end, those under way too', async () => {
    const pool = starts.pool(3);
    await pool.keep(shape('a'));
    starts.isHeld = true;
    const keeping = pool.keep(shape('b'));
    const closing = pool.close();
    starts.letGo();
    await Promise.all([keeping, closing]);
    await pool.keep(shape('c'));

    expect(starts.discarded.sort()).toEqual(['a#1', 'b#2']);
    expect(starts.started).toEqual(['a', 'b']);
  });
});

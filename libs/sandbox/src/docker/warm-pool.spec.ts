import type { ContainerShape } from './container-options.js';
import type { LiveContainer } from './live-container.js';
import { SpareTime } from './spare-time.js';
import { WarmPool } from './warm-pool.js';

const base: ContainerShape = {
  image: 'sha256:1',
  limits: { memoryBytes: 1, cpus: 1, pids: 1, diskBytes: 1, fileBytes: 1 },
  trusted: false,
  imports: 'ahead',
  gpuDeviceIds: [],
  gpuDriver: 'nvidia',
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
  idleBytes: number | undefined;

  readonly spareTime = new SpareTime({ cpus: 4, calmMs: 60_000 });

  pool(places: number, runs = 1): WarmPool {
    return new WarmPool(
      { memoryBytes: places, idleBytes: 1, runs },
      this.spareTime,
      async ({ image }) => {
        if (this.isHeld) await new Promise<void>((resolve) => this.release.push(resolve));
        if (this.isBroken) throw new Error('no engine');
        this.started.push(image);
        const container = {
          token: `${image}#${this.started.length}`,
          isUsable: true,
          idleBytes: this.idleBytes,
        };
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
    await pool.keep(shape('a'), 1);

    expect(await pool.take(shape('b'), 'run')).toBeUndefined();
    expect((await pool.take(shape('a'), 'run'))?.token).toBe('a#1');
    expect(await pool.take(shape('a'), 'run')).toBeUndefined();
  });

  it('are kept as many of a shape as one run took, times the runs at once', async () => {
    const pool = starts.pool(99, 2);
    for (const image of ['a', 'a', 'a', 'b']) await pool.take(shape(image), 'run');
    await starts.spareTime.drain();

    expect(starts.started.sort()).toEqual([...'aaaaaa', ...'bb']);
  });

  it('follow what the last runs took', async () => {
    const pool = starts.pool(99);
    for (const image of ['a', 'a', 'a']) await pool.take(shape(image), 'greedy');
    await starts.spareTime.drain();
    for (let run = 0; run < 16; run++) {
      await pool.take(shape('a'), `run ${run}`);
      await starts.spareTime.drain();
    }
    starts.started.length = 0;
    for (const run of ['uses up', 'what was left']) await pool.take(shape('a'), run);
    await starts.spareTime.drain();

    expect(starts.started).toEqual(['a']);
  });

  it('come first of each shape, then further ones, when there is room for a few', async () => {
    const pool = starts.pool(3);
    for (const image of ['a', 'a', 'a', 'b']) await pool.take(shape(image), 'run');
    await starts.spareTime.drain();

    expect(starts.started.sort()).toEqual(['a', 'a', 'b']);
  });

  it('under way are waited for by as many takers as there are starts', async () => {
    const pool = starts.pool(4);
    starts.isHeld = true;
    const keeping = pool.keep(shape('a'), 1);
    const [first, second] = [pool.take(shape('a'), '1'), pool.take(shape('a'), '2')];
    expect(await second).toBeUndefined();
    starts.letGo();
    await keeping;

    expect((await first)?.token).toBe('a#1');
  });

  it('of the shape used longest ago make room, but never for another shape of the same run', async () => {
    const pool = starts.pool(2);
    for (const image of ['a', 'b', 'a', 'c']) await pool.keep(shape(image), 1);

    expect(starts.discarded).toEqual(['b#2']);
    expect((await pool.take(shape('a'), 'run'))?.token).toBe('a#1');
    expect((await pool.take(shape('c'), 'run'))?.token).toBe('c#3');
    for (const image of ['d', 'e']) await pool.take(shape(image), 'run');
    await starts.spareTime.drain();

    expect(starts.discarded).toEqual(['b#2']);
  });

  it('never exceed the budget, and none is kept without one', async () => {
    await starts.pool(3).keep(shape('a'), 9);
    await starts.pool(0).keep(shape('b'), 9);

    expect(starts.started).toEqual(['a', 'a', 'a']);
  });

  it('count with the memory that they report', async () => {
    starts.idleBytes = 2;
    const pool = starts.pool(5);
    await pool.keep(shape('a'), 1);
    await pool.keep(shape('a'), 9);

    expect(starts.started).toEqual(['a', 'a']);
  });

  it('are never made for a leased GPU or a private network', async () => {
    const pool = starts.pool(3);
    await pool.keep({ ...base, gpuDeviceIds: ['0'] }, 1);
    await pool.keep({ ...base, network: { id: 'n', alias: 'a' } }, 1);

    expect(starts.started).toEqual([]);
  });

  it('that ended while they waited are thrown away', async () => {
    const pool = starts.pool(3);
    await pool.keep(shape('a'), 2);
    starts.containers.forEach((container, index) => Object.assign(container, { isUsable: index > 0 }));

    expect((await pool.take(shape('a'), 'run'))?.token).toBe('a#2');
    expect(starts.discarded).toEqual(['a#1']);
  });

  it('that cannot be started are reported, and runs start cold', async () => {
    const pool = starts.pool(3);
    starts.isBroken = true;
    await pool.keep(shape('a'), 1);

    expect(starts.warnings).toHaveLength(1);
    expect(await pool.take(shape('a'), 'run')).toBeUndefined();
  });

  it('are all thrown away at the end, those under way too', async () => {
    const pool = starts.pool(3);
    await pool.keep(shape('a'), 1);
    starts.isHeld = true;
    const keeping = pool.keep(shape('b'), 1);
    const closing = pool.close();
    starts.letGo();
    await Promise.all([keeping, closing]);
    await pool.keep(shape('c'), 1);

    expect(starts.discarded.sort()).toEqual(['a#1', 'b#2']);
    expect(starts.started).toEqual(['a', 'b']);
  });
});

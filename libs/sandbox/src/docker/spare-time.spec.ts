import { SpareTime } from './spare-time.js';

const { jest } = import.meta;
const LONG = 60_000;

describe('spare time', () => {
  let done: string[];
  const task = (name: string) => (): Promise<void> => Promise.resolve(void done.push(name));

  const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

  beforeEach(() => {
    jest.useFakeTimers();
    done = [];
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('begins when processors were spare for a while, and not in the gaps of a run', async () => {
    const spare = new SpareTime({ cpus: 2, calmMs: 40 });
    for (let step = 0; step < 4; step++) {
      const release = spare.occupy(1);
      spare.add(task(`${step}`), LONG);
      await pass(20);
      release();
      await pass(5);
    }
    expect(done).toEqual([]);
    await pass(80);
    expect(done).toEqual(['0', '1', '2', '3']);
  });

  it('is found beside a job when enough processors are left', async () => {
    const spare = new SpareTime({ cpus: 4, calmMs: 0 });
    const release = spare.occupy(2);
    spare.add(task('a'), LONG);
    await pass(5);
    expect(done).toEqual(['a']);
    release();
  });

  it('is not waited for beyond the limit', async () => {
    const spare = new SpareTime({ cpus: 1, calmMs: 0 });
    spare.occupy(1);
    spare.add(task('later'), LONG);
    spare.add(task('soon'), 20);
    await pass(60);
    expect(done).toEqual(['soon']);
  });

  it('comes even if the clock is set back', async () => {
    const spare = new SpareTime({ cpus: 1, calmMs: 40 });
    spare.occupy(1)();
    spare.add(task('a'), LONG);
    jest.setSystemTime(Date.now() - 24 * LONG);
    await pass(60);
    expect(done).toEqual(['a']);
  });

  it('is used by as many tasks as there are processors', async () => {
    const spare = new SpareTime({ cpus: 2, calmMs: 0 });
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    };
    for (let count = 0; count < 6; count++) spare.add(work, LONG);
    await pass(60);
    expect([most, running]).toEqual([2, 0]);
  });

  it('is not needed at the end: everything is done, what comes meanwhile too', async () => {
    const spare = new SpareTime({ cpus: 1, calmMs: LONG });
    spare.occupy(1);
    spare.add(async () => spare.add(task('inner'), LONG), LONG);
    await spare.drain();
    expect(done).toEqual(['inner']);
  });
});

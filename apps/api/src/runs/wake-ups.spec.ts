import { WakeUps } from './wake-ups.js';

describe('wake-ups of a reader', () => {
  it('come at once the first time, so that the current state is sent', async () => {
    expect(await new WakeUps(() => undefined).next()).toEqual({ done: false, value: undefined });
  });

  it('become one while the reader is busy', async () => {
    const wakeUps = new WakeUps(() => undefined);
    await wakeUps.next();
    wakeUps.wake();
    wakeUps.wake();
    await wakeUps.next();
    const third = wakeUps.next();
    const outcome = await Promise.race([
      third,
      new Promise((resolve) => setTimeout(resolve, 20, 'still waiting')),
    ]);
    expect(outcome).toBe('still waiting');
    wakeUps.wake();
    expect((await third).done).toBe(false);
  });

  it('end a waiting reader, once', async () => {
    let ends = 0;
    const wakeUps = new WakeUps(() => (ends += 1));
    await wakeUps.next();
    const waiting = wakeUps.next();
    await wakeUps.return();
    await wakeUps.return();
    expect((await waiting).done).toBe(true);
    expect((await wakeUps.next()).done).toBe(true);
    expect(ends).toBe(1);
  });
});

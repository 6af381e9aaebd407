import { setTimeout as sleep } from 'node:timers/promises';
import { concurrently } from './concurrently.js';

/** Fails after so many milliseconds. */
const failing = (ms: number, message: string) => async (): Promise<void> => {
  await sleep(ms);
  throw new Error(message);
};
const givesWay = (error: unknown): boolean => error instanceof Error && error.message.startsWith('probe');

async function failureOf(...tasks: (() => Promise<void>)[]): Promise<{ message: string; stops: number }> {
  let stops = 0;
  const failed = concurrently(2, tasks, { stop: () => stops++, givesWay });
  const message = await failed.then(
    () => 'none',
    (error: Error) => error.message,
  );
  return { message, stops };
}

it('never exceeds the limit, and ends after the others did', async () => {
  let running = 0;
  let most = 0;
  const task = (number: number) => async (): Promise<void> => {
    most = Math.max(most, ++running);
    await sleep(5);
    running--;
    if (number === 2) throw new Error('two');
  };
  expect(await failureOf(...[1, 2, 3, 4, 5, 6].map(task))).toEqual({ message: 'two', stops: 1 });
  expect({ most, running }).toEqual({ most: 2, running: 0 });
});

it('tells the first failure, stops the others and begins no more', async () => {
  let isBegun = false;
  const late = async () => {
    isBegun = true;
  };
  expect(await failureOf(failing(1, 'first'), failing(10, 'second'), late)).toEqual({
    message: 'first',
    stops: 1,
  });
  expect(isBegun).toBe(false);
});

it('waits after the failure of a probe for what counts, whichever ends first', async () => {
  expect(await failureOf(failing(20, 'hidden'), failing(1, 'probe'))).toEqual({
    message: 'hidden',
    stops: 1,
  });
  expect(await failureOf(failing(1, 'hidden'), failing(20, 'probe'))).toEqual({
    message: 'hidden',
    stops: 1,
  });
  expect(await failureOf(() => sleep(20), failing(1, 'probe'))).toEqual({ message: 'probe', stops: 0 });
  expect(await failureOf(failing(5, 'probe 1'), failing(10, 'probe 2'))).toEqual({
    message: 'probe 1',
    stops: 0,
  });
});

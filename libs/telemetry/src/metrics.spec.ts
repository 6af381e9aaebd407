import { createRegistry, watchPools } from './metrics.js';

it('has those wait for a connection whom no idle one is there for', async () => {
  const registry = createRegistry();
  const states = {
    resting: { open: 3, idle: 3, waiting: 1 },
    full: { open: 5, idle: 0, waiting: 4 },
    short: { open: 5, idle: 1, waiting: 4 },
  };
  watchPools(
    registry,
    Object.fromEntries(Object.entries(states).map(([pool, state]) => [pool, () => state])),
  );
  const text = await registry.metrics();
  const waiting = [...text.matchAll(/connections{pool="(\w+)",state="waiting"} (\d+)/g)];
  expect(waiting.map(([, pool, count]) => [pool, Number(count)])).toEqual([
    ['resting', 0],
    ['full', 4],
    ['short', 3],
  ]);
});

import { resourceSpans } from './resource-spans';

const phase = (id: string, from: number, to: number | null, more: object = {}) => ({
  id,
  startedAt: new Date(from).toISOString(),
  endedAt: to === null ? null : new Date(to).toISOString(),
  wallMs: to === null ? null : to - from,
  cpuSeconds: 1,
  maxRssBytes: 100,
  ...more,
});

it('lays phases along the time of the run, also those that ran side by side', () => {
  const found = resourceSpans([
    phase('train', 1000, 3000),
    phase('predict', 2000, 5000, { maxRssBytes: 300, cpuSeconds: 6 }),
  ]);
  expect(found).toEqual({
    totalMs: 4000,
    mostCores: 2,
    mostBytes: 300,
    spans: [
      { id: 'train', from: 0, to: 0.5, cores: 0.5, bytes: 100 },
      { id: 'predict', from: 0.25, to: 1, cores: 2, bytes: 300 },
    ],
  });
});

it('leaves out what goes on or was not measured, and is nothing without any', () => {
  expect(resourceSpans([phase('a', 0, null), phase('b', 0, 10, { maxRssBytes: null })])).toBeNull();
  expect(resourceSpans([phase('a', 0, 10), phase('b', 10, null)])?.spans).toHaveLength(1);
});

import { roundSize, toCurve } from './curve-rows';

const sample = (seconds: number, cpuSeconds: number, memoryBytes: number) => ({
  seconds,
  cpuSeconds,
  memoryBytes,
});

it('tells processors in use between two samples, and when memory was at its highest', () => {
  expect(toCurve([sample(0, 0, 10), sample(1, 2, 30), sample(3, 3, 20)])).toEqual({
    rows: [
      { seconds: 0, memoryBytes: 10, cores: null },
      { seconds: 1, memoryBytes: 30, cores: 2 },
      { seconds: 3, memoryBytes: 20, cores: 0.5 },
    ],
    mostBytes: 30,
    mostBytesAt: 1,
    mostCores: 2,
    meanCores: 1,
  });
});

it('is nothing of fewer than three samples', () => {
  expect(toCurve([])).toBeNull();
  expect(toCurve([sample(0, 0, 10), sample(1, 1, 10)])).toBeNull();
});

it('ends an axis of sizes at the next one that halves well', () => {
  const MIB = 1024 * 1024;
  expect([129 * MIB, 128 * MIB, 600 * MIB, 0].map(roundSize)).toEqual([160 * MIB, 128 * MIB, 640 * MIB, 8]);
});

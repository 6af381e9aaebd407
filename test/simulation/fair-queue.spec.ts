import { figuresOf, jainIndex } from './figures.js';
import { workloadOf } from './workload.js';

// `npm run test:simulation` makes it long; `npm test` takes a small one of the same kind.
const isLong = process.env['SIMULATION'] === 'long';
const SCALE = isLong ? { organizations: 200, students: 20_000 } : { organizations: 20, students: 800 };
const WORKERS = isLong ? [1, 10, 100, 1000] : [4, 40];

it('measures equal shares as 1 and one who has everything as 1/n', () => {
  expect(jainIndex([5, 5, 5, 5])).toBe(1);
  expect(jainIndex([1, 0, 0, 0])).toBe(0.25);
});

it.each(WORKERS)(
  'shares %i workers fairly between organizations and leaves none idle',
  (workers) => {
    const scale = { ...SCALE, seed: 3, runsPerStudent: 3, bursts: 2, secondsApart: 900 };
    const figures = figuresOf(workloadOf(scale), workers);
    if (isLong) {
      const told = Object.entries(figures).map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`);
      console.log(`${workers} workers: ${told.slice(1).join(', ')}`);
    }
    expect(figures.windows).toBeGreaterThan(0);
    expect(figures.jain).toBeGreaterThan(0.95);
    expect(figures.utilization).toBeGreaterThan(0.95);
    expect(figures.worstLagRounds).toBeLessThan(5);
  },
  600_000,
);

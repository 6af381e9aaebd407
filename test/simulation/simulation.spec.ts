import { figuresOf, jainIndex } from './figures.js';
import { workloadOf } from './workload.js';

it('measures equal shares as 1 and one who has everything as 1/n', () => {
  expect(jainIndex([5, 5, 5, 5])).toBe(1);
  expect(jainIndex([1, 0, 0, 0])).toBe(0.25);
});

// A small one; `npm run test:simulation` has 200 organizations and 20,000 students.
it.each([4, 40])('shares %i workers fairly and leaves none idle', (workers) => {
  const scale = {
    seed: 3,
    organizations: 20,
    students: 800,
    runsPerStudent: 3,
    bursts: 2,
    secondsApart: 900,
  };
  const figures = figuresOf(workloadOf(scale), workers);
  expect(figures.windows).toBeGreaterThan(0);
  expect(figures.jain).toBeGreaterThan(0.95);
  expect(figures.utilization).toBeGreaterThan(0.95);
  expect(figures.worstLagRounds).toBeLessThan(4);
});

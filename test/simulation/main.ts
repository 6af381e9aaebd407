/** `npm run test:simulation`: the fair queue at scale. Prints a table; exit code 1 when a bar is missed. */
import { tmpdir } from 'node:os';
import path from 'node:path';

const SCALE = {
  seed: 7,
  organizations: 200,
  students: 20_000,
  runsPerStudent: 3,
  bursts: 4,
  secondsApart: 900,
};
const WORKERS = [1, 10, 100, 1000];
const BARS = { jain: 0.95, utilization: 0.95 };

const { build } = (await import(new URL('../../infra/local/steps/build.mjs', import.meta.url).href)) as {
  build(part: 'server', logFile: string): Promise<boolean>;
};
await build('server', path.join(tmpdir(), 'holdout-simulation-build.log'));
// They import libraries as built, and those are built first.
const { figuresOf } = await import('./figures.js');
const { workloadOf } = await import('./workload.js');

const rows = WORKERS.map((workers) => {
  const figures = figuresOf(workloadOf(SCALE), workers);
  const isMet = figures.jain >= BARS.jain && figures.utilization >= BARS.utilization;
  return { figures, isMet };
});
console.log(
  `${SCALE.organizations} organizations, ${SCALE.students} students, ${rows[0]?.figures.runs ?? 0} runs`,
);
console.table(
  rows.map(({ figures, isMet }) => ({
    ...Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Number(value.toPrecision(4))])),
    isMet,
  })),
);
process.exitCode = rows.every(({ isMet }) => isMet) ? 0 : 1;

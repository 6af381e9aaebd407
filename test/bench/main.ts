import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { report, type BenchOptions, type BenchResult } from './report.js';

/** Loaded when chosen: they import libraries as built, and those are built first. */
const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<BenchResult>>> = {
  anchors: async (options) => (await import('./anchors.bench.js')).anchorsBench(options),
  api: async (options) => (await import('./api.bench.js')).apiBench(options),
  credentials: async () => (await import('./credentials.bench.js')).credentialsBench(),
  grading: async (options) => (await import('./grading.bench.js')).gradingBench(options),
  web: async (options) => (await import('./web.bench.js')).webBench(options),
  portfolios: async () => (await import('./portfolios.bench.js')).portfoliosBench(),
  scoring: async () => (await import('./scoring.bench.js')).scoringBench(),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    project: { type: 'string' },
    secrets: { type: 'string' },
    rounds: { type: 'string' },
    minutes: { type: 'string' },
    measure: { type: 'string' },
    organizations: { type: 'string' },
  },
});
const bench = BENCHES[positionals[0] ?? ''];
if (!bench) {
  console.error(
    `Usage: npm run bench -- NAME [--json FILE]. NAME is one of: ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exitCode = 64;
} else {
  const { build } = (await import(new URL('../../infra/local/steps/build.mjs', import.meta.url).href)) as {
    build(part: 'server', logFile: string): Promise<boolean>;
  };
  await build('server', path.join(tmpdir(), 'holdout-bench-build.log'));
  const options = {
    file: values.json,
    project: values.project,
    secrets: numberOf(values.secrets),
    rounds: numberOf(values.rounds),
    minutes: numberOf(values.minutes),
    measure: numberOf(values.measure),
    organizations: numberOf(values.organizations),
  };
  await report(await bench(options), values.json);
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

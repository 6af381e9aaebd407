import { parseArgs } from 'node:util';
import { gradingBench } from './grading.bench.js';
import { report, type BenchResult } from './report.js';

const BENCHES: Readonly<Record<string, () => Promise<BenchResult>>> = { grading: gradingBench };

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const bench = BENCHES[positionals[0] ?? ''];
if (!bench) {
  console.error(
    `Usage: npm run bench -- NAME [--json FILE]. NAME is one of: ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exitCode = 64;
} else {
  await report(await bench(), values.json);
}

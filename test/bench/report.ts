import { rename, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';

/** Numbers of one benchmark, by name. The unit is part of the name: `…_ms_p50`. */
export type Figures = Readonly<Record<string, number>>;

export interface BenchResult {
  name: string;
  runs: number;
  figures: Figures;
  /** What the figures come from, for the file. */
  detail?: unknown;
}

/** What the command line may say beside the benchmark's name. */
export interface BenchOptions {
  /** Where the result goes; a long benchmark goes on from it. */
  file?: string | undefined;
  project?: string | undefined;
  secrets?: number | undefined;
  rounds?: number | undefined;
  /** No run begins after so many minutes: a long benchmark in pieces, each going on from the file. */
  minutes?: number | undefined;
  /** How many organizations there are in the end. */
  organizations?: number | undefined;
  /** On how many splits anchors are measured, in place of judging those that are there. */
  measure?: number | undefined;
}

/** The middle of some numbers; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The lower (1) or upper (3) quartile: the nearest of the numbers. */
export function quartile(values: readonly number[], which: 1 | 3): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(((sorted.length - 1) * which) / 4)] ?? Number.NaN;
}

/** Print a readable table, and write the file if one is named. */
export async function report(result: BenchResult, file: string | undefined): Promise<void> {
  const { name, runs, figures } = result;
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  console.log(`\n${name}: ${runs} ${runs === 1 ? 'run' : 'runs'}`);
  for (const [key, value] of Object.entries(figures))
    console.log(`  ${key.padEnd(width)}  ${value.toFixed(/_(share|ratio)/.test(key) ? 3 : 1).padStart(10)}`);
  if (file) await writeReport(result, file);
}

/** The whole file or the one before: a benchmark that is killed while it writes loses nothing. */
export async function writeReport(result: BenchResult, file: string): Promise<void> {
  const { name, runs, figures, detail } = result;
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cpus: cpus().length,
    memoryBytes: totalmem(),
    kernel: release(),
    node: process.version,
  };
  await writeFile(
    `${file}.part`,
    `${JSON.stringify({ name, machine, runs, figures, ...(detail === undefined ? {} : { detail }) }, null, 2)}\n`,
  );
  await rename(`${file}.part`, file);
}

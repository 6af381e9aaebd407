import { writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';

/** Numbers of one benchmark, by name. The unit is part of the name: `…_ms_p50`. */
export type Figures = Readonly<Record<string, number>>;

export interface BenchResult {
  name: string;
  runs: number;
  figures: Figures;
}

/** The middle of some numbers; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Print a readable table, and write the file if one is named. */
export async function report({ name, runs, figures }: BenchResult, file: string | undefined): Promise<void> {
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  console.log(`\n${name}: median of ${runs} runs`);
  for (const [key, value] of Object.entries(figures))
    console.log(`  ${key.padEnd(width)}  ${value.toFixed(1).padStart(10)}`);
  if (!file) return;
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cpus: cpus().length,
    memoryBytes: totalmem(),
    kernel: release(),
    node: process.version,
  };
  await writeFile(file, `${JSON.stringify({ name, machine, runs, figures }, null, 2)}\n`);
}

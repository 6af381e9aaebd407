import path from 'node:path';
import { problemOf, type AssignmentProblem } from '../assignment-problem.js';
import { isMapping } from '../template-defaults.js';
import type { TarFiles } from '../tar.js';
import { parquetToCsvBounded } from './parquet-to-csv.js';
import { ParquetUnreadableError } from './read-parquet.js';

const PARQUET = '.parquet';

interface WithData {
  definition: Readonly<Record<string, unknown>>;
  data: TarFiles;
}

/** The definition and data for the scorer: Parquet becomes CSV, and its file name says so. */
export async function convertedData({
  definition,
  data,
}: WithData): Promise<WithData | { problem: AssignmentProblem }> {
  const dataset = definition['dataset'];
  const parquet = [...data.keys()].filter((name) => name.endsWith(PARQUET));
  if (parquet.length === 0 || !isMapping(dataset)) return { definition, data };
  const files = new Map(data);
  for (const name of parquet) {
    try {
      files.set(csvName(name), await parquetToCsvBounded(data.get(name) ?? Buffer.alloc(0)));
      files.delete(name);
    } catch (error) {
      if (!(error instanceof ParquetUnreadableError)) throw error;
      return { problem: problemOf(`data/${name}`, error.message, { path: 'dataset.file' }) };
    }
  }
  const renamed = Object.entries(dataset).map(([key, value]) => [
    key,
    typeof value === 'string' && files.has(csvName(path.posix.basename(value))) ? csvName(value) : value,
  ]);
  return { definition: { ...definition, dataset: Object.fromEntries(renamed) as object }, data: files };
}

function csvName(name: string): string {
  return name.endsWith(PARQUET) ? `${name.slice(0, -PARQUET.length)}.csv` : name;
}

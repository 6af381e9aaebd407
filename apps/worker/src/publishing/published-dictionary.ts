import { readTar } from '@holdout/grading';
import { columnProfiles, type ColumnProfile } from './column-profiles.js';
import { parseCsv } from './csv.js';

export interface DataColumn {
  name: string;
  type: string;
  unit: string;
  description: string;
  /** Null if no public table has this column. */
  profile: ColumnProfile | null;
}

const FILE = 'data/data_dictionary.csv';

/** The data dictionary that students get, planted columns included. Empty if the template publishes none. */
export async function publishedDictionary(publicBundle: Buffer): Promise<DataColumn[]> {
  const files = await readTar(publicBundle);
  const bytes = files.get(FILE);
  if (!bytes) return [];
  const [header = [], ...rows] = parseCsv(bytes.toString('utf8'));
  const at = (row: string[], column: string): string => row[header.indexOf(column)] ?? '';
  const profiles = columnProfiles(
    files,
    rows.map((row) => at(row, 'column')),
  );
  return rows.map((row) => ({
    name: at(row, 'column'),
    type: at(row, 'type'),
    unit: at(row, 'unit'),
    description: at(row, 'description'),
    profile: profiles.get(at(row, 'column')) ?? null,
  }));
}

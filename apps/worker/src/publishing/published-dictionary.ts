import { readTar } from '@holdout/grading';

export interface DataColumn {
  name: string;
  type: string;
  unit: string;
  description: string;
}

const FILE = 'data/data_dictionary.csv';

/** The data dictionary as students get it, planted columns included. Empty when the template publishes none. */
export async function publishedDictionary(publicBundle: Buffer): Promise<DataColumn[]> {
  const bytes = (await readTar(publicBundle)).get(FILE);
  if (!bytes) return [];
  const [header = [], ...rows] = parseCsv(bytes.toString('utf8'));
  const at = (row: string[], column: string): string => row[header.indexOf(column)] ?? '';
  return rows.map((row) => ({
    name: at(row, 'column'),
    type: at(row, 'type'),
    unit: at(row, 'unit'),
    description: at(row, 'description'),
  }));
}

/** RFC 4180, for files that our own scorer wrote. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let last = 0;
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (match.index < last || (match[0] === '' && row.length === 0)) continue;
    last = match.index + match[0].length;
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

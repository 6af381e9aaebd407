import { BadUserInputError, ROLES, ROSTER_LIMITS, type Role } from '@holdout/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A line of the file: what it asks for, or what is wrong with it. */
export interface RosterRow {
  /** As in a text editor: the header is line 1. */
  line: number;
  email: string;
  role: Role;
  /** Slug or name as written; empty if there is none. */
  cohort: string;
  problem: string | null;
}

const COLUMNS = ['email', 'role', 'cohort'];
const address = z.email().max(254);

/**
 * Reads a roster.
 * @throws BadUserInputError if it is not CSV, has no column "email", or is too long
 */
export function rosterRows(csv: string): { rows: RosterRow[]; ignored: string[] } {
  // The decoder puts this character in place of bytes that are not UTF-8.
  if (csv.includes('\uFFFD'))
    throw new BadUserInputError(
      'The file is not UTF-8: letters in it cannot be read. Save it as "CSV UTF-8".',
      {
        field: 'csv',
      },
    );
  const { records, ignored } = recordsOf(csv);
  if (records.length === 0)
    throw new BadUserInputError(
      `The file lists nobody. Its first line names the columns: ${COLUMNS.join(', ')}; each line below is a person.`,
      { field: 'csv' },
    );
  if (records.length > ROSTER_LIMITS.rows) {
    throw new BadUserInputError(
      `The file has ${records.length} rows; ${ROSTER_LIMITS.rows} can be imported at once. Split it, and import one part after the other.`,
      { field: 'csv', limit: ROSTER_LIMITS.rows },
    );
  }
  const seen = new Set<string>();
  const rows = records.map(({ info, record }) => {
    const row = rowOf(record, info.lines);
    const key = `${row.email} ${row.role}`;
    if (row.problem === null && seen.has(key)) return { ...row, problem: 'This repeats a row above.' };
    seen.add(key);
    return row;
  });
  return { rows, ignored };
}

interface Parsed {
  record: Record<string, string>;
  info: { lines: number };
}

function recordsOf(csv: string): { records: Parsed[]; ignored: string[] } {
  let ignored: string[] = [];
  try {
    const records = parse(csv, {
      bom: true,
      columns: (titles: string[]) => {
        const header = checkedHeader(titles.map((name) => name.trim().toLowerCase()));
        ignored = titles.filter((title, i) => title.trim() !== '' && !COLUMNS.includes(header[i] ?? ''));
        return header;
      },
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Parsed[];
    return { records, ignored };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadUserInputError(`The file cannot be read as CSV: ${error.message}`, { field: 'csv' });
  }
}

function checkedHeader(header: string[]): string[] {
  if (!header.includes('email')) {
    throw new BadUserInputError(
      `The first line has to name the columns: ${COLUMNS.join(', ')}. Only "email" is required.`,
      { field: 'csv' },
    );
  }
  const twice = COLUMNS.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice)
    throw new BadUserInputError(`Two columns are called "${twice}". Leave one of them.`, { field: 'csv' });
  return header;
}

function rowOf(record: Record<string, string>, line: number): RosterRow {
  const email = (record['email'] ?? '').toLowerCase();
  const written = (record['role'] ?? '').toUpperCase().replaceAll(/[\s-]+/g, '_');
  const role = ROLES.find((known) => known === (written || 'STUDENT'));
  const row = { line, email, role: role ?? 'STUDENT', cohort: record['cohort'] ?? '' };
  if (!address.safeParse(email).success) return { ...row, problem: 'This is not an email address.' };
  if (!role)
    return { ...row, problem: `There is no role "${record['role']}". Use one of ${ROLES.join(', ')}.` };
  return { ...row, problem: null };
}

import { BadUserInputError, ROLES, ROSTER_LIMITS, type Role } from '@holdout/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A line of the file: what it asks for, or what is wrong with it. */
export interface RosterRow {
  /** As an editor counts; the header is line 1. */
  line: number;
  email: string;
  role: Role;
  /** Slug or name, as written; empty for none. */
  cohort: string;
  problem: string | null;
}

const COLUMNS = ['email', 'role', 'cohort'];
const address = z.email().max(254);

/** Reads a roster. @throws BadUserInputError for what is no CSV, has no column "email", or is too long */
export function rosterRows(csv: string): RosterRow[] {
  const records = recordsOf(csv);
  if (records.length > ROSTER_LIMITS.rows) {
    throw new BadUserInputError(
      `The file has ${records.length} rows; ${ROSTER_LIMITS.rows} are taken at once. Split it, and import one part after the other.`,
      { field: 'csv', limit: ROSTER_LIMITS.rows },
    );
  }
  const seen = new Set<string>();
  return records.map(({ info, record }) => {
    const row = rowOf(record, info.lines);
    const key = `${row.email} ${row.role}`;
    if (row.problem === null && seen.has(key)) return { ...row, problem: 'A row above says the same.' };
    seen.add(key);
    return row;
  });
}

interface Parsed {
  record: Record<string, string>;
  info: { lines: number };
}

function recordsOf(csv: string): Parsed[] {
  try {
    return parse(csv, {
      bom: true,
      columns: (header: string[]) => checkedHeader(header.map((name) => name.trim().toLowerCase())),
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadUserInputError(`The file is no CSV that can be read: ${error.message}`, { field: 'csv' });
  }
}

function checkedHeader(header: string[]): string[] {
  if (!header.includes('email')) {
    throw new BadUserInputError(
      `The first line has to name the columns: ${COLUMNS.join(', ')}. Only "email" has to be there.`,
      { field: 'csv' },
    );
  }
  return header;
}

function rowOf(record: Record<string, string>, line: number): RosterRow {
  const email = (record['email'] ?? '').toLowerCase();
  const written = (record['role'] ?? '').toUpperCase().replaceAll(/[\s-]+/g, '_');
  const role = ROLES.find((known) => known === (written || 'STUDENT'));
  const row = { line, email, role: role ?? 'STUDENT', cohort: record['cohort'] ?? '' };
  if (!address.safeParse(email).success) return { ...row, problem: 'This is not an e-mail address.' };
  if (!role)
    return { ...row, problem: `There is no role "${record['role']}". Use one of ${ROLES.join(', ')}.` };
  return { ...row, problem: null };
}

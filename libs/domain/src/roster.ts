import type { Role } from './statuses.js';

export const ROSTER_LIMITS = { bytes: 1024 * 1024, rows: 10_000 } as const;

/** PLACED: is here, or invited, and is put into the row's cohort. UNCHANGED: invited, or here, already. */
export type RosterResult = 'INVITED' | 'PLACED' | 'UNCHANGED' | 'REFUSED';

/** What becomes of a row of a roster. */
export interface RosterReportRow {
  /** Of the file; the header is line 1. */
  line: number;
  email: string;
  role: Role;
  /** As written; empty for none. */
  cohort: string;
  result: RosterResult;
  /** Why it was refused. */
  problem: string | null;
  /** Of a new invitation; shown this once. Null in a dry run. */
  link: string | null;
}

export interface RosterReport {
  /** Then nothing was written. */
  isDryRun: boolean;
  invited: number;
  placed: number;
  unchanged: number;
  refused: number;
  /** Of those who were invited: to whom a letter is on its way. */
  mailed: number;
  /** Titles of columns that nothing reads. */
  ignored: string[];
  rows: RosterReportRow[];
}

import type { Role } from './statuses.js';

export const ROSTER_LIMITS = {
  bytes: 1024 * 1024,
  rows: 10_000,
  /** Characters of a file's name. */
  name: 200,
  /** An import can be undone for so long, and while it is among the newest of its organization. */
  undoDays: 90,
  undoImports: 100,
  /** Characters of the reason for undoing one. */
  reason: 500,
} as const;

export const ROSTER_SOURCES = ['FILE', 'LMS'] as const;
export type RosterSource = (typeof ROSTER_SOURCES)[number];

/**
 * What undoing an import does with a row: takes back the invitation, leads it or its person back to the cohort from before, takes back the place
 * in a cohort, or the role. Or why it
 * stays: its person joined by it, has handed something in since, is listed by a later import, was changed since, or is the viewer.
 */
export const ROSTER_UNDOS = [
  'WITHDRAWN',
  'LED_BACK',
  'TAKEN_OUT',
  'ROLE_TAKEN',
  'JOINED',
  'WORKED',
  'LISTED_AGAIN',
  'CHANGED',
  'YOURSELF',
] as const;
export type RosterUndo = (typeof ROSTER_UNDOS)[number];

/** Those that change something. */
export const ROSTER_UNDOES: readonly RosterUndo[] = ['WITHDRAWN', 'LED_BACK', 'TAKEN_OUT', 'ROLE_TAKEN'];

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
  /** What they are here already. */
  rolesHere: Role[];
  /** Why it was refused. */
  problem: string | null;
  /** Of a new invitation; shown this once. Null in a dry run. */
  link: string | null;
}

export interface RosterReport {
  /** By which it can be undone; null in a dry run. */
  importId: string | null;
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

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
 * What undoing an import does with a row. WITHDRAWN: the invitation is withdrawn. LED_BACK: the invitation or the
 * person goes back to the cohort from before. TAKEN_OUT: the person is taken out of the cohort. ROLE_TAKEN: the role
 * is taken away. The others say why the row stays: its person joined by it, has handed in something since, is listed
 * by a later import, was changed since, or is the viewer.
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

/** The effects that change something. */
export const ROSTER_UNDOES: readonly RosterUndo[] = ['WITHDRAWN', 'LED_BACK', 'TAKEN_OUT', 'ROLE_TAKEN'];

/**
 * PLACED: a member, or somebody already invited, who is put into the row's cohort. UNCHANGED: already a member, or
 * already invited.
 */
export type RosterResult = 'INVITED' | 'PLACED' | 'UNCHANGED' | 'REFUSED';

/** What happens to a row of a roster. */
export interface RosterReportRow {
  /** Line in the file; the header is line 1. */
  line: number;
  email: string;
  role: Role;
  /** As written; empty for none. */
  cohort: string;
  result: RosterResult;
  /** Roles that the person already has. */
  rolesHere: Role[];
  /** Why it was refused. */
  problem: string | null;
  /** Link of a new invitation, shown only this once. Null in a dry run. */
  link: string | null;
}

export interface RosterReport {
  /** Needed to undo the import; null in a dry run. */
  importId: string | null;
  /** If true, nothing was written. */
  isDryRun: boolean;
  invited: number;
  placed: number;
  unchanged: number;
  refused: number;
  /** How many of the invited people are being mailed a letter. */
  mailed: number;
  /** Titles of columns that are not used. */
  ignored: string[];
  rows: RosterReportRow[];
}

import type { DraftSettings } from './assignment-draft.js';
import type { Opening } from './lateness.js';

const DATA_FILE = /\.(csv|csv\.gz|parquet|npz)$/i;
const LONGEST_NAME = 100;

/** What an author must declare about the data before anything is published. */
export const DECLARATIONS = ['licence', 'origin', 'personalData', 'mayBeShown'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** The declarations that are still missing. */
export function missingDeclarations(settings: Pick<DraftSettings, Declaration>): Declaration[] {
  return DECLARATIONS.filter((name) => settings[name] === false || settings[name] === '');
}

const USUAL_LATE_PERCENT = 10;

/** The dates that a draft's assignment gets in every cohort it is opened to. */
export function draftOpening(settings: DraftSettings): Omit<Opening, 'extendedDueAt'> {
  const { opensAt, dueAt, closesAt, lateDays, latePercent } = settings;
  const dateOf = (at: string | null) => (at === null ? null : new Date(at));
  return {
    opensAt: dateOf(opensAt),
    dueAt: dateOf(dueAt),
    closesAt: dateOf(closesAt),
    latePolicy:
      lateDays === null
        ? null
        : { maxDays: lateDays, perDayPenalty: (latePercent ?? USUAL_LATE_PERCENT) / 100 },
  };
}

/** The name of a dataset in its assignment's folder; null for a file that cannot be a labelled dataset. */
export function draftDataName(fileName: string): string | null {
  const ending = DATA_FILE.exec(fileName)?.[0].toLowerCase();
  if (!ending) return null;
  const name = fileName
    .slice(0, -ending.length)
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, LONGEST_NAME);
  return `${name || 'data'}${ending}`;
}

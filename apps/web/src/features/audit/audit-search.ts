import type { AuditFilter } from '@/generated/graphql';

const NAMES = ['search', 'subjectType', 'actorId', 'from', 'to'] as const;

/** What the address of the page looks for. Days as in 2026-11-26. */
export type AuditSearch = Partial<Record<(typeof NAMES)[number], string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes what is known from an address; what is empty or given twice is left out. */
export function auditSearch(given: Record<string, string | string[] | undefined>): AuditSearch {
  const search: AuditSearch = {};
  for (const name of NAMES) {
    const value = given[name];
    if (typeof value === 'string' && value.trim()) search[name] = value.trim();
  }
  return search;
}

/** The last day counts as a whole. A day that is none is left out. */
export function toFilter({ from, to, ...rest }: AuditSearch): Partial<AuditFilter> {
  const begins = startOf(from);
  const ends = startOf(to);
  return {
    ...rest,
    ...(begins === null ? {} : { from: new Date(begins).toISOString() }),
    ...(ends === null ? {} : { to: new Date(ends + DAY_MS).toISOString() }),
  };
}

/** The same search as an address of the page, or of the file. */
export function auditHref(path: string, values: Record<string, unknown>): string {
  const query = new URLSearchParams(
    Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  ).toString();
  return query ? `${path}?${query}` : path;
}

function startOf(day: string | undefined): number | null {
  const at = day && DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(at) ? null : at;
}

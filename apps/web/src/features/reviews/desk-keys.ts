import type { ReviewData } from './use-grading';

/** Which criterion has the keys, moved by so many and kept within the rubric. */
export function movedFocus(focus: number, by: number, count: number): number {
  return Math.min(Math.max(focus + by, 0), Math.max(0, count - 1));
}

/** The criterion after this one that has no level yet; the one after it when all have. */
export function nextOpen(criteria: ReviewData['criteria'], focus: number): number {
  const later = criteria.findIndex(({ points }, index) => index > focus && points === null);
  if (later !== -1) return later;
  const any = criteria.findIndex(({ points }, index) => index !== focus && points === null);
  return any === -1 ? movedFocus(focus, 1, criteria.length) : any;
}

/** The level that a number key stands for, counted from 1 in the order of the rubric; undefined without one. */
export function levelOfKey<Level>(key: string, levels: readonly Level[]): Level | undefined {
  return /^[1-9]$/.test(key) ? levels[Number(key) - 1] : undefined;
}

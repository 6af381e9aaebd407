import { UsageError } from '../errors.js';

/** @throws UsageError when the text is no whole number from 1 to `most` */
export function countOf(option: string, text: string, most: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new UsageError(`${option} ${text}: give a whole number from 1 to ${most}.`);
  return count;
}

import { lessonsBegunBefore, type LessonWords } from '@holdout/db';
import type { Operation } from '../operation/operation.js';
import { readerOf } from './reader-of.js';

/**
 * The texts of lessons that the viewer began before they were changed, in the viewer's own version, by lesson. Use it with
 * `operation.shared`.
 */
export const begunLessons = async (operation: Operation): Promise<Map<string, LessonWords>> => {
  const readerId = readerOf(await operation.member());
  return readerId === null ? new Map() : lessonsBegunBefore(await operation.tx(), readerId);
};

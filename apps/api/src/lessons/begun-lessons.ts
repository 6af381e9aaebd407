import { lessonsBegunBefore, type LessonWords } from '@holdout/db';
import type { Operation } from '../operation/operation.js';
import { readerOf } from './reader-of.js';

/** Of lessons that the viewer began before they were changed, what they say in the version that is theirs, by lesson. Give it to `operation.shared`. */
export const begunLessons = async (operation: Operation): Promise<Map<string, LessonWords>> => {
  const readerId = readerOf(await operation.member());
  return readerId === null ? new Map() : lessonsBegunBefore(await operation.tx(), readerId);
};

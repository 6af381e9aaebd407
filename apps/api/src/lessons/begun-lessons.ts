import { lessonsBegunBefore, type LessonWords } from '@holdout/db';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';
import { readerOf } from './reader-of.js';

/**
 * The texts of lessons that the viewer began before they were changed, in the viewer's own version, by lesson. Use it with
 * `operation.shared`.
 */
export const begunLessons = async (operation: Operation): Promise<Readonly<Record<string, LessonWords>>> => {
  const readerId = readerOf(await operation.member());
  if (readerId === null) return {};
  return workOf(operation, 'begun lessons', async () =>
    Object.fromEntries(await lessonsBegunBefore(await operation.tx(), readerId)),
  );
};

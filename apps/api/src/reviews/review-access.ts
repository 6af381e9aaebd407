import { ForbiddenError, type Role } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import { isViewersWork } from '../teams/viewers-teams.js';

/** Who judges the work of students. */
export const GRADERS = ['TEACHING_ASSISTANT', 'INSTRUCTOR'] as const satisfies readonly Role[];

/** Who decides how work is judged: teaching assistants grade, and no more. */
export const REVIEW_LEADS = ['INSTRUCTOR'] as const satisfies readonly Role[];

/** @throws ForbiddenError for one's own work and that of one's team */
export async function assertNotOwn(
  operation: Operation,
  run: { studentId: string; teamId: string | null },
): Promise<void> {
  if (await isViewersWork(operation, run))
    throw new ForbiddenError('This is your own work. Somebody else has to review it.');
}

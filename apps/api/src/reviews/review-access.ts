import { ForbiddenError, type Role } from '@holdout/domain';
import type { Member } from '../operation/viewer.js';

/** Who judges the work of students. */
export const GRADERS = ['TEACHING_ASSISTANT', 'INSTRUCTOR'] as const satisfies readonly Role[];

/** Who decides how work is judged: teaching assistants grade, and no more. */
export const REVIEW_LEADS = ['INSTRUCTOR'] as const satisfies readonly Role[];

/** @throws ForbiddenError for one's own work */
export function assertNotOwn(member: Member, run: { studentId: string }): void {
  if (run.studentId === member.userId)
    throw new ForbiddenError('This is your own work. Somebody else has to review it.');
}

import { ForbiddenError, type Role } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import { isViewersWork } from '../teams/viewers-teams.js';

/** The roles that judge students' work. */
export const GRADERS = ['TEACHING_ASSISTANT', 'INSTRUCTOR'] as const satisfies readonly Role[];

/** The roles that decide how work is judged. Teaching assistants only grade. */
export const REVIEW_LEADS = ['INSTRUCTOR'] as const satisfies readonly Role[];

/** @throws ForbiddenError for one's own work and that of one's team */
export async function assertNotOwn(
  operation: Operation,
  run: { studentId: string; teamId: string | null },
): Promise<void> {
  if (await isViewersWork(operation, run))
    throw new ForbiddenError('This is your own work. Somebody else has to review it.');
}

import { recordAccess, type Tx } from '@holdout/db';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';

interface Looked {
  action: 'run.opened' | 'run.log-read' | 'run.file-downloaded' | 'review.opened' | 'similarity.opened';
  runId: string;
  studentId: string;
  /** The file, if there are several. */
  name?: string;
}

/**
 * Puts on record that staff looked at a student's work; nothing when it is the viewer's own.
 * @param tx one that will be committed: those of routes and streams are not
 */
export async function noteStaffAccess(tx: Tx, operation: Operation, looked: Looked): Promise<void> {
  const member = await operation.member();
  const { userId, organization } = member;
  const { action, runId, ...detail } = looked;
  // Anyone else who may look is in the student's team.
  if (detail.studentId === userId || !isStaff(member)) return;
  await recordAccess(tx, {
    action,
    subjectType: 'run',
    subjectId: runId,
    detail,
    organizationId: organization.id,
    actorId: userId,
    at: operation.startedAt,
  });
}

import { recordAccess, type Tx } from '@holdout/db';
import type { Operation } from '../operation/operation.js';

interface Looked {
  action: 'run.opened' | 'run.log-read' | 'run.file-downloaded' | 'review.opened' | 'similarity.opened';
  runId: string;
  studentId: string;
  /** Which file, where there are several. */
  name?: string;
}

/**
 * Puts on record that staff looked at a student's work; nothing when it is the viewer's own.
 * @param tx one that will be committed: those of routes and streams are not
 */
export async function noteStaffAccess(tx: Tx, operation: Operation, looked: Looked): Promise<void> {
  const { userId, organization } = await operation.member();
  const { action, runId, ...detail } = looked;
  if (detail.studentId === userId) return;
  await recordAccess(tx, {
    ...{ action, subjectType: 'run', subjectId: runId, detail },
    organizationId: organization.id,
    actorId: userId,
    at: operation.startedAt,
  });
}

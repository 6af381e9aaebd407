import { leaveRescoringTask } from '@holdout/db';
import { rescore, type JobQueues } from '@holdout/jobs';
import type { Operation } from '../operation/operation.js';

/** Has what lateness costs counted anew for the work on an assignment, once what decides it is stored. */
export async function settleLater(
  operation: Operation,
  queues: JobQueues,
  { assignmentId, reason }: { assignmentId: string; reason: string },
): Promise<void> {
  const { organization, userId } = await operation.member();
  const place = { organizationId: organization.id };
  const task = { ...place, kind: 'LATENESS', subjectId: assignmentId } as const;
  const id = await leaveRescoringTask(await operation.tx(), task, { requestedById: userId, reason });
  operation.afterCommit(() => rescore.add(queues, { ...place, id }));
}

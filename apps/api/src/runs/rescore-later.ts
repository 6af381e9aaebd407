import { leaveRescoringTask } from '@holdout/db';
import { rescore, type JobQueues } from '@holdout/jobs';
import type { Operation } from '../operation/operation.js';

/** What grades depend on that changed, and why: on record with each grade that changes. */
interface Change {
  kind: Parameters<typeof leaveRescoringTask>[1]['kind'];
  subjectId: string;
  reason: string;
}

/** Has the worker compute scores again, once what they depend on has been stored. */
export async function rescoreLater(
  operation: Operation,
  queues: JobQueues,
  { reason, ...subject }: Change,
): Promise<void> {
  const { organization, userId } = await operation.member();
  const place = { organizationId: organization.id };
  const wish = { requestedById: userId, reason };
  const id = await leaveRescoringTask(await operation.tx(), { ...place, ...subject }, wish);
  operation.afterCommit(() => rescore.add(queues, { ...place, id }));
}

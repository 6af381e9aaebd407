import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  assignReviews,
  deleteSavedComment,
  membersWithRole,
  reviewPolicyOf,
  reviewQueuePage,
  saveComment,
  setReviewPolicy,
  type QueueRow,
  type ReviewPolicy,
} from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import { JobQueues } from '@holdout/jobs';
import { putOnRecord } from '../audit/put-on-record.js';
import { QUERY_LIMITS } from '../graphql/limits.js';
import type { Operation } from '../operation/operation.js';
import { rescoreLater } from '../runs/rescore-later.js';
import { GRADERS } from './review-access.js';
import { checkedComment } from './review-text.js';
import type { ReviewPolicyInput } from './reviews.inputs.js';

const MAX_GRADERS_PER_RUN = 2;

/** How an assignment is reviewed: policy, who takes what, comments kept for use again. */
@Injectable()
export class ReviewSettingsService {
  constructor(private readonly queues: JobQueues) {}

  /**
   * Releasing or holding reviews changes what counts, so scores are computed again in the background.
   * @throws BadUserInputError, NotFoundError
   */
  async setPolicy(operation: Operation, slug: string, policy: ReviewPolicyInput) {
    if (policy.gradersPerRun < 1 || policy.gradersPerRun > MAX_GRADERS_PER_RUN) {
      throw new BadUserInputError(`One run has 1 to ${MAX_GRADERS_PER_RUN} graders.`, {
        field: 'policy.gradersPerRun',
        limit: MAX_GRADERS_PER_RUN,
      });
    }
    const { organization } = await operation.member();
    const organizationId = organization.id;
    const tx = await operation.tx();
    const { id: assignmentId } = await assignmentBySlug(tx, slug);
    const before = await reviewPolicyOf(tx, assignmentId);
    await setReviewPolicy(tx, { organizationId, assignmentId }, policy);
    await putOnRecord(operation, {
      action: 'review-policy.changed',
      subjectType: 'assignment',
      subjectId: assignmentId,
      detail: { before, after: { ...policy } },
    });
    if (before.isHeld !== policy.isHeld || before.gradersPerRun !== policy.gradersPerRun) {
      const reason = changeOf(before, policy);
      await rescoreLater(operation, this.queues, { kind: 'REVIEWED', subjectId: assignmentId, reason });
    }
    return policy;
  }

  /**
   * Shares the runs that nobody has taken among graders, as evenly as their open reviews allow.
   * @returns how many reviews were assigned
   * @throws BadUserInputError when somebody of the list does not grade here
   */
  async share(operation: Operation, slug: string, graderIds: readonly string[]): Promise<number> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const graders = await membersWithRole(tx, GRADERS);
    const unknown = graderIds.find((id) => !graders.includes(id));
    if (graderIds.length === 0 || unknown) {
      throw new BadUserInputError('Choose instructors or teaching assistants of this organization.', {
        field: 'graderIds',
      });
    }
    const { id: assignmentId } = await assignmentBySlug(tx, slug);
    const { gradersPerRun } = await reviewPolicyOf(tx, assignmentId);
    const subject = { assignmentId, graderId: userId, gradersPerRun, filter: 'ALL' as const };
    const rows: QueueRow[] = [];
    for (let after: string | null = null, more = true; more; after = rows.at(-1)?.runId ?? null) {
      const page = await reviewQueuePage(tx, subject, { first: QUERY_LIMITS.pageSize, after });
      rows.push(...page.rows);
      more = page.hasNextPage;
    }
    const pairs = shared(rows, [...new Set(graderIds)], gradersPerRun);
    const assigned = await assignReviews(tx, organization.id, pairs);
    await putOnRecord(operation, {
      action: 'reviews.assigned',
      subjectType: 'assignment',
      subjectId: assignmentId,
      detail: { graderIds: [...graderIds], assigned },
    });
    return assigned;
  }

  /** @throws BadUserInputError, NotFoundError */
  async saveComment(operation: Operation, slug: string, text: string) {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const { id: assignmentId } = await assignmentBySlug(tx, slug);
    const kept = checkedComment(text, 'text');
    return saveComment(tx, { organizationId: organization.id, assignmentId, authorId: userId, text: kept });
  }

  /** @throws NotFoundError */
  async deleteSavedComment(operation: Operation, id: string): Promise<true> {
    await deleteSavedComment(await operation.tx(), id);
    return true;
  }
}

/** Each run goes to the grader who has the fewest so far. Nobody reviews their own work, or the same run twice. */
export function shared(
  rows: readonly Pick<QueueRow, 'runId' | 'studentId' | 'graderIds'>[],
  graderIds: readonly string[],
  gradersPerRun: number,
): { runId: string; graderId: string }[] {
  const load = new Map(graderIds.map((id) => [id, rows.filter((row) => row.graderIds.includes(id)).length]));
  const pairs: { runId: string; graderId: string }[] = [];
  for (const { runId, studentId, graderIds: taken } of rows) {
    const free = graderIds
      .filter((id) => id !== studentId && !taken.includes(id))
      .toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
    for (const graderId of free.slice(0, Math.max(0, gradersPerRun - taken.length))) {
      pairs.push({ runId, graderId });
      load.set(graderId, (load.get(graderId) ?? 0) + 1);
    }
  }
  return pairs;
}

/** Why grades of people count otherwise now, in words for the record. */
function changeOf(before: ReviewPolicy, after: ReviewPolicy): string {
  if (before.isHeld !== after.isHeld) return after.isHeld ? 'Reviews are held.' : 'Reviews are released.';
  return `Reviews take ${after.gradersPerRun} graders for each run, in place of ${before.gradersPerRun}.`;
}

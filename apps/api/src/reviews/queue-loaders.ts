import {
  DEFAULT_REVIEW_POLICY,
  nextToReview,
  reviewPoliciesOf,
  reviewQueuePage,
  type ReviewQueuePage,
} from '@holdout/db';
import type { ReviewFilter } from '@holdout/domain';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';

/** By assignment id. */
export const reviewPolicy = (operation: Operation) =>
  new DataLoader(async (ids: readonly string[]) => {
    const policies = await reviewPoliciesOf(await operation.tx(), ids);
    return ids.map((id) => policies.get(id) ?? DEFAULT_REVIEW_POLICY);
  });

export interface AskedQueue {
  assignmentId: string;
  gradersPerRun: number;
  /** Null for the first run that needs the viewer, and no more. */
  page: { filter: ReviewFilter; first: number; after: string | null } | null;
}

const NOTHING: Omit<ReviewQueuePage, 'firstRunId'> = { rows: [], hasNextPage: false };

/** What a page asks of a queue at once: those that wait are gone through once, for their first page and for where to begin. */
export const reviewQueuePart = (operation: Operation) =>
  new DataLoader<AskedQueue, ReviewQueuePage>(
    async (asked) => {
      const { userId: graderId } = await operation.member();
      const tx = await operation.tx();
      const pages = asked.map(({ page, ...subject }) =>
        page ? reviewQueuePage(tx, { ...subject, graderId, filter: page.filter }, page) : null,
      );
      const firstOf = async ({ assignmentId, gradersPerRun }: AskedQueue): Promise<ReviewQueuePage> => {
        const whole = asked.findIndex((other) => isWaiting(other) && other.assignmentId === assignmentId);
        const { firstRunId } = (await pages[whole]) ?? {
          firstRunId: await nextToReview(tx, { assignmentId, gradersPerRun, graderId }, null),
        };
        return { ...NOTHING, firstRunId: firstRunId ?? null };
      };
      return Promise.all(
        asked.map((part, index) => (pages[index] ?? firstOf(part)).catch((error: Error) => error)),
      );
    },
    { cache: false },
  );

const isWaiting = ({ page }: AskedQueue) => page?.filter === 'WAITING' && page.after === null;

'use client';

import { useState } from 'react';
import {
  AddReviewCommentDocument,
  DeleteReviewCommentDocument,
  FinishReviewDocument,
  GradeCriterionDocument,
  ReopenReviewDocument,
  type ReviewQuery,
  type ReviewStateFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';

export type ReviewData = ReviewQuery['review'];
export type Criterion = ReviewData['criteria'][number];
export type ReviewCommentData = ReviewData['comments'][number];

interface Answer {
  data?: Record<string, unknown> | null | undefined;
  error?: unknown;
}

/** A review and what its grader does to it. Every answer of the api replaces what is shown; files and place stay. */
export function useGrading(initial: ReviewData) {
  const why = useWhy();
  const [review, setReview] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const options = { errorPolicy: 'all' } as const;
  const [gradeCriterion] = useMutation(GradeCriterionDocument, options);
  const [finishReview] = useMutation(FinishReviewDocument, options);
  const [reopenReview] = useMutation(ReopenReviewDocument, options);
  const [addComment] = useMutation(AddReviewCommentDocument, options);
  const [deleteComment] = useMutation(DeleteReviewCommentDocument, options);
  const { runId } = review;

  /** @returns whether the api took it */
  async function take(asking: Promise<Answer>): Promise<boolean> {
    setBusy(true);
    const { data, error } = await asking.finally(() => setBusy(false));
    setProblem(error ? why(error) : null);
    const [state] = Object.values(data ?? {}) as ReviewStateFragment[];
    if (error || !state) return false;
    setReview((shown) => ({ ...shown, ...state }));
    return true;
  }

  return {
    review,
    problem,
    isBusy,
    grade: (criterionId: string, points: number, comment: string) =>
      take(gradeCriterion({ variables: { input: { runId, criterionId, points, comment } } })),
    finish: () => take(finishReview({ variables: { runId } })),
    reopen: (reason: string) => take(reopenReview({ variables: { runId, reason } })),
    comment: (text: string, at: { file: string; line: number | null } | null) =>
      take(
        addComment({
          variables: { input: { runId, text, file: at?.file ?? null, line: at?.line ?? null } },
        }),
      ),
    uncomment: (id: string) => take(deleteComment({ variables: { id } })),
  };
}

export type Grading = ReturnType<typeof useGrading>;

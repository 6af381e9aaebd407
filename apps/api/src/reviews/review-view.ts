import type { runToReview } from '@holdout/db';
import { criterionResult, reweighed, reweighedPart, weightedPoints, type ReviewState } from '@holdout/domain';
import { z } from 'zod';
import { levelsOf } from '../assignments/criterion-levels.js';
import { shownDeclaration } from '../submissions/submit-rules.js';
import type { ReviewCommentType, ReviewCriterionType, ReviewType } from './reviews.types.js';

type RunToReview = Awaited<ReturnType<typeof runToReview>>;

interface Beside {
  viewerId: string;
  student: string;
  authors: ReadonlyMap<string, string>;
  /** The viewer's newest grades. */
  grades: readonly { criterionId: string; points: number; comment: string }[];
}

/** What is read only where it is asked for: files and place. */
export interface ReviewParent extends ReviewType {
  assignmentId: string;
  sourceDigest: string | undefined;
}

export function toComments(
  comments: RunToReview['reviewComments'],
  authors: ReadonlyMap<string, string>,
  viewerId: string,
): ReviewCommentType[] {
  return comments.map(({ authorId, ...comment }) => ({
    ...comment,
    author: authors.get(authorId) ?? '',
    isViewer: authorId === viewerId,
  }));
}

export function toReview(run: RunToReview, beside: Beside): ReviewParent {
  const [graded] = run.scores;
  const own = run.reviews.find(({ graderId }) => graderId === beside.viewerId);
  const criteria = manualCriteria(run, beside.grades);
  return {
    runId: run.id,
    assignmentSlug: run.assignmentVersion.assignment.slug,
    assignmentTitle: run.assignmentVersion.assignment.title,
    student: beside.student,
    submittedAt: run.submission.createdAt,
    automatic: graded?.value ?? 0,
    preview: preview(run, criteria),
    state: (own?.status ?? 'NONE') satisfies ReviewState,
    declaration: shownDeclaration(run.submission.declaration),
    criteria,
    comments: toComments(run.reviewComments, beside.authors, beside.viewerId),
    assignmentId: run.assignmentVersion.assignmentId,
    sourceDigest: run.submission.source?.digest,
  };
}

function manualCriteria(run: RunToReview, grades: Beside['grades']): ReviewCriterionType[] {
  return (run.assignmentVersion.rubric[0]?.criteria ?? [])
    .filter(({ mode }) => mode === 'MANUAL')
    .map((criterion) => {
      const grade = grades.find(({ criterionId }) => criterionId === criterion.id);
      const { id, key, title, workflowStep, weight, isRequired } = criterion;
      return {
        id,
        key,
        title,
        workflowStep,
        weight,
        isRequired,
        levels: levelsOf(criterion),
        points: grade?.points ?? null,
        comment: grade?.comment ?? '',
      };
    });
}

/** Gates and lateness left out: what this grader's levels make of the automatic points. */
function preview(run: RunToReview, manual: readonly ReviewCriterionType[]): number {
  const [graded] = run.scores;
  if (!graded) return 0;
  const before = z.array(criterionResult).parse(graded.criteria);
  const weights = run.assignmentVersion.rubric[0]?.criteria.map(({ key, weight }) => [key, weight] as const);
  const after = reweighed(before, new Map(weights));
  const weight = before.reduce((sum, { countedWeight }) => sum + countedWeight, 0);
  const { part } = reweighedPart({ ...graded, weight, cap: null, hasFailedGate: false }, before, after);
  return weightedPoints([{ points: part.value, weight: part.weight }, ...manual]) ?? graded.value;
}

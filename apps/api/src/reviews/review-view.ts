import type { runToReview } from '@holdout/db';
import { criterionResult, weightedPoints, type ReviewState } from '@holdout/domain';
import { z } from 'zod';
import type { ReviewCriterionType, ReviewPlaceType, ReviewType, SourceFileType } from './reviews.types.js';

type RunToReview = Awaited<ReturnType<typeof runToReview>>;

const levelsJson = z
  .array(z.object({ points: z.number(), label: z.string(), description: z.string() }))
  .nullable();

interface Beside {
  viewerId: string;
  student: string;
  files: SourceFileType[];
  place: ReviewPlaceType | null;
  authors: ReadonlyMap<string, string>;
  /** The viewer's newest grades. */
  grades: readonly { criterionId: string; points: number; comment: string }[];
}

/** Levels of a manual criterion, in the order of its rubric. */
export function levelsOf(criterion: { levels: unknown }) {
  return levelsJson.parse(criterion.levels) ?? [];
}

export function toReview(run: RunToReview, beside: Beside): ReviewType {
  const [graded] = run.scores;
  const own = run.reviews.find(({ graderId }) => graderId === beside.viewerId);
  const criteria = manualCriteria(run, beside.grades);
  return {
    runId: run.id,
    student: beside.student,
    submittedAt: run.submission.createdAt,
    automatic: graded?.value ?? 0,
    preview: preview(run, criteria),
    state: (own?.status ?? 'NONE') satisfies ReviewState,
    criteria,
    comments: run.reviewComments.map(({ authorId, ...comment }) => ({
      ...comment,
      author: beside.authors.get(authorId) ?? '',
      isViewer: authorId === beside.viewerId,
    })),
    files: beside.files,
    place: beside.place,
  };
}

function manualCriteria(run: RunToReview, grades: Beside['grades']): ReviewCriterionType[] {
  return (run.scores[0]?.rubric.criteria ?? [])
    .filter(({ mode }) => mode === 'MANUAL')
    .map((criterion) => {
      const grade = grades.find(({ criterionId }) => criterionId === criterion.id);
      const { id, key, title, workflowStep, weight, isRequired } = criterion;
      return {
        ...{ id, key, title, workflowStep, weight, isRequired },
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
  const automatic = z.array(criterionResult).parse(graded.criteria);
  const weight = automatic.reduce((sum, { countedWeight }) => sum + countedWeight, 0);
  return weightedPoints([{ points: graded.value, weight }, ...manual]) ?? graded.value;
}

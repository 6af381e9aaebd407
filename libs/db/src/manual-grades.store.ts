import type { Tx } from './database.js';
import { newId } from './ids.js';

export interface NewGrade {
  organizationId: string;
  runId: string;
  criterionId: string;
  graderId: string;
  points: number;
  comment: string;
}

/** Appends a grade. A grader's newest one counts; earlier ones stay on record. */
export function recordGrade(tx: Tx, grade: NewGrade) {
  return tx.manualGrade.create({ data: { id: newId(), ...grade } });
}

/** The newest grade of each grader and criterion of these runs. */
export async function newestGrades(tx: Tx, runIds: readonly string[]) {
  return tx.manualGrade.findMany({
    where: { runId: { in: [...runIds] } },
    distinct: ['runId', 'criterionId', 'graderId'],
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

export interface JudgedCriterion {
  points: number;
  comment: string;
}

/**
 * What people judged of a run, by criterion id: the mean of its graders. Empty until as many have finished as the
 * assignment asks for, and while its reviews are held.
 */
export async function gradesOf(tx: Tx, runId: string): Promise<Map<string, JudgedCriterion>> {
  const run = await tx.run.findUniqueOrThrow({
    where: { id: runId },
    select: {
      reviews: { where: { status: 'FINISHED' }, select: { graderId: true } },
      assignmentVersion: { select: { assignment: { select: { reviewPolicy: true } } } },
    },
  });
  const policy = run.assignmentVersion.assignment.reviewPolicy;
  const graders = new Set(run.reviews.map(({ graderId }) => graderId));
  if (policy?.isHeld || graders.size < (policy?.gradersPerRun ?? 1)) return new Map();
  const grades = (await newestGrades(tx, [runId])).filter(({ graderId }) => graders.has(graderId));
  const byCriterion = Map.groupBy(grades, ({ criterionId }) => criterionId);
  return new Map(
    [...byCriterion].map(([criterionId, given]) => [
      criterionId,
      {
        points: given.reduce((sum, { points }) => sum + points, 0) / given.length,
        comment: given
          .map(({ comment }) => comment)
          .filter(Boolean)
          .join('\n'),
      },
    ]),
  );
}

import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { newId } from './ids.js';

export interface NewGrade {
  organizationId: string;
  runId: string;
  criterionId: string;
  graderId: string;
  points: number;
  comment: string;
}

/** Appends a grade. A grader's newest grade counts; earlier ones stay on record. */
export function recordGrade(tx: Tx, grade: NewGrade) {
  return tx.manualGrade.create({ data: { id: newId(), ...grade } });
}

/** A grader's latest grade for a criterion; null if there is none. */
export function gradeBefore(
  tx: Tx,
  { runId, criterionId, graderId }: Pick<NewGrade, 'runId' | 'criterionId' | 'graderId'>,
) {
  return tx.manualGrade.findFirst({
    where: { runId, criterionId, graderId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
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

/** Everything that decides whether a run's grades count. */
export const judging = {
  reviews: { where: { status: 'FINISHED' }, select: { graderId: true } },
  assignmentVersion: { select: { assignment: { select: { reviewPolicy: true } } } },
} satisfies Prisma.RunSelect;

type JudgedRun = Prisma.RunGetPayload<{ select: typeof judging }>;

/** People's judgement of a run, by criterion id. */
export async function gradesOf(tx: Tx, runId: string): Promise<Map<string, JudgedCriterion>> {
  const run = await tx.run.findUniqueOrThrow({ where: { id: runId }, select: judging });
  return judgedBy(run, await newestGrades(tx, [runId]));
}

type Grade = Pick<NewGrade, 'criterionId' | 'graderId' | 'points' | 'comment'>;

/**
 * The mean of a run's graders, by criterion id. Empty until as many have finished as the assignment asks for, and while its
 * reviews are held.
 */
export function judgedBy(run: JudgedRun, given: readonly Grade[]): Map<string, JudgedCriterion> {
  const policy = run.assignmentVersion.assignment.reviewPolicy;
  const graders = new Set(run.reviews.map(({ graderId }) => graderId));
  if (policy?.isHeld || graders.size < (policy?.gradersPerRun ?? 1)) return new Map();
  const counted = given.filter(({ graderId }) => graders.has(graderId));
  return new Map(
    [...Map.groupBy(counted, ({ criterionId }) => criterionId)].map(([criterionId, grades]) => [
      criterionId,
      {
        points: grades.reduce((sum, { points }) => sum + points, 0) / grades.length,
        comment: grades
          .map(({ comment }) => comment)
          .filter(Boolean)
          .join('\n'),
      },
    ]),
  );
}

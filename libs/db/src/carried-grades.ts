import { carriedPoints } from '@holdout/domain';
import { z } from 'zod';
import type { newestGrades } from './manual-grades.store.js';

type Grade = Awaited<ReturnType<typeof newestGrades>>[number];

interface GradedCriterion {
  id: string;
  key: string;
  levels: unknown;
}

interface NewCriterion {
  id: string;
  key: string;
  mode: string;
  isRequired: boolean;
  levels: unknown;
}

const levelsJson = z
  .array(z.object({ points: z.number(), label: z.string() }))
  .nullable()
  .transform((levels) => levels ?? []);

/**
 * Carries people's choices over to another rubric: they select the level with the same name in the criterion with the
 * same key.
 */
export function carriedGrades(
  from: readonly GradedCriterion[],
  to: readonly NewCriterion[],
  given: readonly Grade[],
): Grade[] {
  return pairsOf(from, to, given).flatMap(({ grade, before, after }) => {
    const points = carriedPoints(
      grade.points,
      levelsJson.parse(before.levels),
      levelsJson.parse(after.levels),
    );
    return points === null ? [] : [{ ...grade, criterionId: after.id, points }];
  });
}

/** Whether a grader chose a level for every criterion of a run that must be judged by a person. */
export function isWhole(
  rubric: readonly NewCriterion[],
  carried: readonly Grade[],
  graderId: string,
): boolean {
  return rubric.every(
    ({ id, mode, isRequired }) =>
      mode !== 'MANUAL' ||
      !isRequired ||
      carried.some((grade) => grade.graderId === graderId && grade.criterionId === id),
  );
}

/** Choices on criteria that still exist. */
export const countable = (
  from: readonly GradedCriterion[],
  to: readonly NewCriterion[],
  given: readonly Grade[],
): number => pairsOf(from, to, given).length;

function pairsOf(
  from: readonly GradedCriterion[],
  to: readonly NewCriterion[],
  given: readonly Grade[],
): { grade: Grade; before: GradedCriterion; after: NewCriterion }[] {
  return given.flatMap((grade) => {
    const before = from.find(({ id }) => id === grade.criterionId);
    const after = to.find(({ key, mode }) => key === before?.key && mode === 'MANUAL');
    return before && after ? [{ grade, before, after }] : [];
  });
}

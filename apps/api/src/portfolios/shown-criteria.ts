import type { criteriaOfRubrics } from '@holdout/db';
import { levelsOf } from '../assignments/criterion-levels.js';
import { criteriaOf } from '../runs/score-view.js';
import type { ShownCriterionType } from './portfolio-view.types.js';

type Criterion = Awaited<ReturnType<typeof criteriaOfRubrics>>[number];

/** What a score gave for each criterion, beside what the rubric says of it. Notes and advice are the student's own. */
export function shownCriteria(json: unknown, rubric: readonly Criterion[]): ShownCriterionType[] {
  const scores = new Map(criteriaOf(json, rubric).map((score) => [score.key, score]));
  return rubric.flatMap((criterion) => {
    const score = scores.get(criterion.key);
    if (!score || score.points === null) return [];
    const { key, title, workflowStep, mode, skills, points, low, high, weight, countedWeight } = score;
    return [
      {
        key,
        title,
        workflowStep,
        mode,
        skills,
        points,
        low,
        high,
        weight,
        countedWeight,
        description: criterion.description,
        levels: levelsOf(criterion),
      },
    ];
  });
}

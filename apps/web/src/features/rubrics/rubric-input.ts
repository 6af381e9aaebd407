import type {
  RubricCriterionFieldsFragment as Criterion,
  RubricInput,
  RubricQuery,
} from '@/generated/graphql';

/** The criteria to send, without what the cache added. */
export function toInput(
  { assignmentSlug, version }: RubricQuery['rubric'],
  criteria: readonly Criterion[],
): RubricInput {
  return {
    assignmentSlug,
    basis: version,
    criteria: criteria.map(
      ({ key, title, description, workflowStep, mode, weight, isRequired, skills, advice, levels }) => ({
        key,
        title,
        description,
        workflowStep,
        mode,
        weight,
        isRequired,
        skills,
        advice,
        levels: levels.map(({ points, label, description: text }) => ({ points, label, description: text })),
      }),
    ),
  };
}

const NEW_LEVELS = [
  ['absent', 0],
  ['present', 60],
  ['convincing', 100],
] as const;

/** A new criterion for a person to judge, with a key that no other criterion has. */
export function newCriterion(
  criteria: readonly Criterion[],
  nameOf: (level: (typeof NEW_LEVELS)[number][0]) => string,
): Criterion {
  return {
    key: freeKey(criteria),
    title: '',
    description: '',
    advice: '',
    mode: 'MANUAL',
    weight: 10,
    isRequired: false,
    workflowStep: 'FRAME',
    skills: ['EVALUATION_ERROR_ANALYSIS'],
    levels: NEW_LEVELS.map(([level, points]) => ({ points, label: nameOf(level), description: '' })),
  };
}

/** These criteria and copies of those that people judge by elsewhere, each under a key that is free here. */
export function withCopies(criteria: readonly Criterion[], others: readonly Criterion[]): Criterion[] {
  const all = [...criteria];
  for (const other of others.filter(({ mode }) => mode === 'MANUAL')) {
    const isFree = all.every(({ key }) => key !== other.key);
    all.push({ ...other, key: isFree ? other.key : freeKey(all) });
  }
  return all;
}

function freeKey(criteria: readonly Criterion[]): string {
  let number = 1;
  while (criteria.some(({ key }) => key === `judged-${number}`)) number += 1;
  return `judged-${number}`;
}

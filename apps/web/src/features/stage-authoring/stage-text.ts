import type { StageText } from '@holdout/domain';
import type { AuthoredStageDetailFieldsFragment } from '@/generated/graphql';

export type AuthoredStage = AuthoredStageDetailFieldsFragment;

export const NO_TEXT: StageText = {
  title: '',
  goal: '',
  unlocks: '',
  overview: '',
  skills: [],
  passesNeeded: null,
  studyAnchors: [],
};

/** Without what the API adds to every answer. */
export const textOf = ({
  title,
  goal,
  unlocks,
  overview,
  skills,
  passesNeeded,
  studyAnchors,
}: StageText): StageText => ({
  title,
  goal,
  unlocks,
  overview,
  passesNeeded,
  skills: [...skills],
  studyAnchors: studyAnchors.map(({ title: name, provider, url, why }) => ({
    title: name,
    provider,
    url,
    why,
  })),
});

/** A stage as lines that can be compared. */
export const linesOf = ({ title, goal, unlocks, overview, skills, passesNeeded, studyAnchors }: StageText) =>
  [
    `# ${title}`,
    goal,
    `→ ${unlocks}`,
    `${passesNeeded ?? '∀'}`,
    '',
    overview,
    '',
    ...skills,
    ...studyAnchors.map(({ title: name, provider, url, why }) => `${name} (${provider}) ${url} ${why}`),
    '',
  ].join('\n');

import { BadUserInputError, STAGE_LIMITS as MAX, type StageText, type StudyAnchor } from '@holdout/domain';
import { describedFigures } from '../figures/described-figures.js';
import { checkedText } from '../graphql/checked-text.js';

/**
 * Checks what an author wrote and trims it. A draft needs only a title; what students read must be complete.
 * @throws BadUserInputError
 */
export function checkedStageText(text: StageText, { isComplete = false } = {}): StageText {
  const { passesNeeded, studyAnchors, skills } = text;
  const least = isComplete ? 1 : 0;
  if (passesNeeded !== null && !(passesNeeded >= 1 && passesNeeded <= MAX.passesNeeded))
    throw new BadUserInputError(
      `1 to ${MAX.passesNeeded} passed assignments pass a stage; leave it empty for all of them.`,
      { field: 'passesNeeded', limit: MAX.passesNeeded },
    );
  if (studyAnchors.length > MAX.anchors)
    throw new BadUserInputError(`A stage names ${MAX.anchors} courses elsewhere at most.`, {
      field: 'studyAnchors',
      limit: MAX.anchors,
    });
  return {
    passesNeeded,
    skills: [...new Set(skills)],
    title: checkedStageTitle(text.title),
    goal: checkedText(text.goal, {
      field: 'goal',
      least,
      limit: MAX.goal,
      message: `Say in ${least} to ${MAX.goal} characters what the stage is for.`,
    }),
    unlocks: checkedText(text.unlocks, {
      field: 'unlocks',
      least,
      limit: MAX.unlocks,
      message: `Say in ${least} to ${MAX.unlocks} characters what the stage unlocks.`,
    }),
    overview: describedFigures(
      checkedText(text.overview, {
        field: 'overview',
        least,
        limit: MAX.overview,
        message: `The overview of a stage has ${least} to ${MAX.overview} characters. Put more into a lesson.`,
      }),
      'overview',
    ),
    studyAnchors: studyAnchors.map(checkedAnchor),
  };
}

/** @throws BadUserInputError */
export function checkedStageTitle(title: string): string {
  return checkedText(title, {
    field: 'title',
    least: 1,
    limit: MAX.title,
    message: `Give the stage a title of 1 to ${MAX.title} characters.`,
  });
}

function checkedAnchor(anchor: StudyAnchor, index: number): StudyAnchor {
  const checked = (key: keyof StudyAnchor, least: number) =>
    checkedText(anchor[key], {
      field: `studyAnchors.${index}.${key}`,
      least,
      limit: MAX.anchor[key],
      message: `Course ${index + 1}: its ${NAME[key]} has ${least} to ${MAX.anchor[key]} characters.`,
    });
  const url = checked('url', 1);
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new BadUserInputError(`Course ${index + 1}: its address begins with https://.`, {
      field: `studyAnchors.${index}.url`,
    });
  return { title: checked('title', 1), provider: checked('provider', 0), url, why: checked('why', 0) };
}

const NAME = { title: 'title', provider: 'provider', url: 'address', why: 'reason' } as const;

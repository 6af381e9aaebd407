import type { LessonText } from '@holdout/db';
import { BadUserInputError, LESSON_LIMITS as MAX } from '@holdout/domain';
import { describedFigures } from '../figures/described-figures.js';
import { checkedText } from '../graphql/checked-text.js';

/**
 * What an author wrote, trimmed. A draft may lack its summary and its text; what students read may not.
 * @throws BadUserInputError
 */
export function checkedLessonText(
  { title, summary, body, minutes }: LessonText,
  { isComplete = false } = {},
): LessonText {
  if (!(minutes >= MAX.minutes.least && minutes <= MAX.minutes.most))
    throw new BadUserInputError(
      `Reading takes ${MAX.minutes.least} to ${MAX.minutes.most} minutes. Split a longer lesson.`,
      { field: 'minutes', limit: MAX.minutes.most },
    );
  const least = isComplete ? 1 : 0;
  return {
    minutes,
    title: checkedText(title, {
      field: 'title',
      least: 1,
      limit: MAX.title,
      message: `Give the lesson a title of 1 to ${MAX.title} characters.`,
    }),
    summary: checkedText(summary, {
      field: 'summary',
      least,
      limit: MAX.summary,
      message: `Say in ${least} to ${MAX.summary} characters what the lesson is about.`,
    }),
    body: describedFigures(
      checkedText(body, {
        field: 'body',
        least,
        limit: MAX.body,
        message: `A lesson has ${least} to ${MAX.body} characters. Split a longer one.`,
      }),
      'body',
    ),
  };
}

import type { AuthoredLessonDetailFieldsFragment } from '@/generated/graphql';

export type AuthoredLesson = AuthoredLessonDetailFieldsFragment;

export interface LessonText {
  title: string;
  summary: string;
  minutes: number;
  body: string;
}

export const NO_TEXT: LessonText = { title: '', summary: '', minutes: 10, body: '' };

export const textOf = ({ title, summary, minutes, body }: LessonText): LessonText => ({
  title,
  summary,
  minutes,
  body,
});

/** A lesson as lines that can be compared. */
export const linesOf = ({ title, summary, minutes, body }: LessonText): string =>
  `# ${title}\n${summary}\n(${minutes} min)\n\n${body}\n`;

'use client';

import { diffLines } from 'diff';
import { useTranslations } from 'next-intl';
import type { LessonText } from './lesson-text';
import styles from './lesson-authoring.module.css';

interface Props {
  before: LessonText;
  after: LessonText;
  /** Says what is compared with what. */
  label: string;
}

/** Line by line what was taken away and what was added; said in words too, not by colour alone. */
export function TextDifference({ before, after, label }: Props) {
  const t = useTranslations('lessonAuthoring');
  const parts = diffLines(asText(before), asText(after));
  if (parts.every(({ added, removed }) => !added && !removed)) return <p>{t('same')}</p>;
  return (
    <div className={styles.difference} role="region" aria-label={label} tabIndex={0}>
      {parts.map(({ value, added, removed }, index) => {
        const lines = value.replace(/\n$/, '');
        if (added) return <ins key={index}>{lines}</ins>;
        if (removed) return <del key={index}>{lines}</del>;
        return <span key={index}>{lines}</span>;
      })}
    </div>
  );
}

const asText = ({ title, summary, minutes, body }: LessonText) =>
  `# ${title}\n${summary}\n(${minutes} min)\n\n${body}\n`;

'use client';

import { diffLines } from 'diff';
import { useTranslations } from 'next-intl';
import styles from './authoring.module.css';

interface Props {
  before: string;
  after: string;
  /** Says what is compared with what. */
  label: string;
}

/** Line by line what was taken away and what was added; said in words too, not by colour alone. */
export function TextDifference({ before, after, label }: Props) {
  const t = useTranslations('versions');
  const parts = diffLines(before, after);
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

'use client';

import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Criterion } from './use-grading';
import { SavedComments } from './saved-comments';
import styles from './grading-desk.module.css';

interface Props {
  criterion: Criterion;
  slug: string;
  isFocused: boolean;
  isLocked: boolean;
  commentRef: RefObject<HTMLTextAreaElement | null> | undefined;
  onFocus: () => void;
  onGrade: (points: number, comment: string) => void;
}

/** One manual criterion: its levels with the keys that choose them, and a comment for the student. */
export function CriterionCard({ criterion, slug, isFocused, isLocked, commentRef, onFocus, onGrade }: Props) {
  const t = useTranslations('reviews');
  const steps = useTranslations('workflow');
  const [comment, setComment] = useState(criterion.comment);
  const card = useRef<HTMLFieldSetElement>(null);
  const { points, levels } = criterion;

  useEffect(() => {
    if (isFocused) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isFocused]);

  function keepComment() {
    if (points !== null && comment.trim() !== criterion.comment) onGrade(points, comment);
  }

  return (
    <fieldset
      ref={card}
      className={styles.criterion}
      data-focused={isFocused}
      disabled={isLocked}
      onFocus={onFocus}
    >
      <legend>
        <span className={styles.step}>{steps(criterion.workflowStep)}</span> {criterion.title}
        {criterion.isRequired && <span className={styles.required}>{t('required')}</span>}
      </legend>
      <div className={styles.levels} role="radiogroup" aria-label={criterion.title}>
        {levels.map((level, index) => (
          <button
            key={level.points}
            type="button"
            role="radio"
            aria-checked={points === level.points}
            className={styles.level}
            onClick={() => onGrade(level.points, comment)}
          >
            <kbd>{index + 1}</kbd>
            <span>
              <strong>{level.label}</strong> <span className={styles.points}>{level.points}</span>
              <span className={styles.description}>{level.description}</span>
            </span>
          </button>
        ))}
      </div>
      <Textarea
        ref={commentRef}
        label={t('comment')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        onBlur={keepComment}
        maxLength={4000}
        autosize
        minRows={1}
        maxRows={6}
        description={points === null && comment ? t('commentNeedsLevel') : undefined}
      />
      {isFocused && !isLocked && (
        <SavedComments
          slug={slug}
          text={comment}
          onUse={(text) => {
            const joined = comment ? `${comment}\n${text}` : text;
            setComment(joined);
            if (points !== null) onGrade(points, joined);
          }}
        />
      )}
    </fieldset>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';
import type { Grading } from './use-grading';
import styles from './grading-desk.module.css';

interface Props {
  path: string;
  text: string;
  grading: Grading;
}

/** A file with its lines. A line's number opens a comment on it; comments stand below their line. */
export function CodeLines({ path, text, grading }: Props) {
  const t = useTranslations('reviews');
  const [open, setOpen] = useState<number | null>(null);
  const comments = grading.review.comments.filter(({ file }) => file === path);
  const lines = text.split('\n');
  return (
    <div className={styles.code} role="region" aria-label={path} tabIndex={0}>
      {lines.map((line, index) => {
        const number = index + 1;
        const here = comments.filter((comment) => comment.line === number);
        return (
          <Fragment key={number}>
            <div className={styles.line} data-commented={here.length > 0}>
              <button
                type="button"
                className={styles.number}
                aria-label={t('commentLine', { line: number })}
                aria-expanded={open === number}
                onClick={() => setOpen(open === number ? null : number)}
              >
                {number}
              </button>
              <code>{line || ' '}</code>
            </div>
            {here.length > 0 && <CommentList comments={here} grading={grading} />}
            {open === number && (
              <CommentForm
                label={t('commentOnLine', { line: number })}
                onCancel={() => setOpen(null)}
                onSend={async (words) => {
                  const isTaken = await grading.comment(words, { file: path, line: number });
                  if (isTaken) setOpen(null);
                  return isTaken;
                }}
              />
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

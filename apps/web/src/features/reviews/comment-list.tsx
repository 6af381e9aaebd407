'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LocalTime } from '@/ui/local-time';
import type { Grading, ReviewCommentData } from './use-grading';
import styles from './grading-desk.module.css';

/** Comments of graders; one's own can be taken back. */
export function CommentList({ comments, grading }: { comments: ReviewCommentData[]; grading: Grading }) {
  const t = useTranslations('reviews');
  return (
    <ul className={styles.comments}>
      {comments.map(({ id, author, isViewer, text, createdAt }) => (
        <li key={id}>
          <p className={styles.commentHead}>
            <strong>{author}</strong> <LocalTime at={createdAt} />
            {isViewer && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('takeBack', { text })}
                onClick={() => void grading.uncomment(id)}
              >
                {t('delete')}
              </Button>
            )}
          </p>
          <p className={styles.commentText}>{text}</p>
        </li>
      ))}
    </ul>
  );
}

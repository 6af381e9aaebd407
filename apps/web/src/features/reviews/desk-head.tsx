import { Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import { Mark } from '@/ui/mark';
import type { ReviewData } from './use-grading';
import styles from './grading-desk.module.css';

/** Where the run stands in the queue, how far its review is, and the way to other runs. */
export function DeskHead({ review, graded }: { review: ReviewData; graded: number }) {
  const t = useTranslations('reviews');
  const { criteria, place, state } = review;
  const moves = [
    { label: t('previous'), runId: place?.previousRunId },
    { label: t('next'), runId: place?.nextRunId },
    { label: t('nextWaiting'), runId: place?.nextWaitingRunId },
  ];
  return (
    <div className={styles.head}>
      <div className={styles.headFacts}>
        {place && <span>{t('position', { position: place.position, total: place.total })}</span>}
        <Mark meaning={state === 'FINISHED' ? 'passed' : state === 'OPEN' ? 'running' : 'waiting'}>
          {t(`state.${state}`)}
        </Mark>
        <span className={styles.preview}>
          {t('preview', { automatic: review.automatic, preview: review.preview })}
        </span>
      </div>
      <nav className={styles.moves} aria-label={t('moves')}>
        {moves.map(
          ({ label, runId }) =>
            runId && (
              <LinkButton key={label} size="compact-sm" variant="default" href={`/reviews/runs/${runId}`}>
                {label}
              </LinkButton>
            ),
        )}
      </nav>
      <Progress
        className={styles.progress}
        value={criteria.length === 0 ? 100 : (graded / criteria.length) * 100}
        aria-label={t('criteriaGraded', { graded, total: criteria.length })}
      />
    </div>
  );
}

'use client';

import { Button, Progress } from '@mantine/core';
import { useHotkeys, useMounted } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { DeclarationPanel } from '@/features/runs/declaration-panel';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import { LinkButton } from '@/ui/link-button';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';
import { CriterionCard } from './criterion-card';
import { levelOfKey, movedFocus, nextOpen } from './desk-keys';
import { KeysHelp } from './keys-help';
import { ReopenForm } from './reopen-form';
import { SourceView } from './source-view';
import { useGrading, type ReviewData } from './use-grading';
import styles from './grading-desk.module.css';

/** One run on the desk: what was handed in at the left, the rubric at the right, everything by keyboard. */
export function GradingDesk({ initial }: { initial: ReviewData }) {
  const t = useTranslations('reviews');
  const router = useRouter();
  const grading = useGrading(initial);
  const { review, problem, isBusy } = grading;
  const { criteria, place } = review;
  const [focus, setFocus] = useState(
    Math.max(
      0,
      criteria.findIndex(({ points }) => points === null),
    ),
  );
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const isListening = useMounted();
  const isFinished = review.state === 'FINISHED';
  const graded = criteria.filter(({ points }) => points !== null).length;

  const open = (runId: string | null | undefined) => runId && router.push(`/reviews/runs/${runId}`);
  async function choose(index: number, points: number, comment: string) {
    const criterion = criteria[index];
    if (!criterion || isFinished) return;
    if (await grading.grade(criterion.id, points, comment)) setFocus(nextOpen(criteria, index));
  }
  async function finish() {
    if (!isFinished && (await grading.finish()) && place?.nextWaitingRunId) open(place.nextWaitingRunId);
  }
  const byKey = (key: string) => {
    const criterion = criteria[focus];
    const level = criterion && levelOfKey(key, criterion.levels);
    if (level) void choose(focus, level.points, criterion.comment);
  };

  useHotkeys([
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key): [string, () => void] => [
      key,
      () => byKey(key),
    ]),
    ['j', () => setFocus(movedFocus(focus, 1, criteria.length))],
    ['k', () => setFocus(movedFocus(focus, -1, criteria.length))],
    ['c', () => commentRef.current?.focus()],
    ['n', () => open(place?.nextRunId)],
    ['p', () => open(place?.previousRunId)],
    ['g', () => open(place?.nextWaitingRunId)],
    ['mod+Enter', () => void finish()],
  ]);

  return (
    <>
      <div className={styles.head}>
        <div className={styles.headFacts}>
          {place && <span>{t('position', { position: place.position, total: place.total })}</span>}
          <Mark meaning={isFinished ? 'passed' : review.state === 'OPEN' ? 'running' : 'waiting'}>
            {t(`state.${review.state}`)}
          </Mark>
          <span className={styles.preview}>
            {t('preview', { automatic: review.automatic, preview: review.preview })}
          </span>
        </div>
        <nav className={styles.moves} aria-label={t('moves')}>
          {place?.previousRunId && (
            <LinkButton size="compact-sm" variant="default" href={`/reviews/runs/${place.previousRunId}`}>
              {t('previous')}
            </LinkButton>
          )}
          {place?.nextRunId && (
            <LinkButton size="compact-sm" variant="default" href={`/reviews/runs/${place.nextRunId}`}>
              {t('next')}
            </LinkButton>
          )}
          {place?.nextWaitingRunId && (
            <LinkButton size="compact-sm" variant="default" href={`/reviews/runs/${place.nextWaitingRunId}`}>
              {t('nextWaiting')}
            </LinkButton>
          )}
        </nav>
        <Progress
          className={styles.progress}
          value={criteria.length === 0 ? 100 : (graded / criteria.length) * 100}
          aria-label={t('criteriaGraded', { graded, total: criteria.length })}
        />
      </div>
      <div role="status">
        {problem && (
          <Notice meaning="failed" title={t('refused')}>
            {problem}
          </Notice>
        )}
      </div>
      <div className={styles.desk} data-testid="desk" aria-busy={!isListening}>
        <div className={styles.left}>
          <DeclarationPanel declaration={review.declaration} />
          <SourceView grading={grading} />
        </div>
        <div className={styles.right}>
          {criteria.map((criterion, index) => (
            <CriterionCard
              key={criterion.id}
              criterion={criterion}
              slug={review.assignmentSlug}
              isFocused={index === focus}
              isLocked={isFinished}
              commentRef={index === focus ? commentRef : undefined}
              onFocus={() => setFocus(index)}
              onGrade={(points, comment) => void choose(index, points, comment)}
            />
          ))}
          <section className={styles.overall} aria-label={t('overall')}>
            <h2>{t('overall')}</h2>
            <CommentList comments={review.comments.filter(({ file }) => file === null)} grading={grading} />
            <CommentForm label={t('overallLabel')} onSend={(text) => grading.comment(text, null)} />
          </section>
          <div className={styles.finish}>
            {isFinished ? (
              <ReopenForm isBusy={isBusy} onReopen={(reason) => void grading.reopen(reason)} />
            ) : (
              <Button loading={isBusy} onClick={() => void finish()}>
                {t('finish')}
              </Button>
            )}
            <KeysHelp />
          </div>
        </div>
      </div>
    </>
  );
}

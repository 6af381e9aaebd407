'use client';

import { Button } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { DeclarationPanel } from '@/features/runs/declaration-panel';
import { Notice } from '@/ui/notice';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';
import { CriterionCard } from './criterion-card';
import { DeskHead } from './desk-head';
import { levelOfKey, movedFocus, nextOpen } from './desk-keys';
import { KeysHelp } from './keys-help';
import { ReopenForm } from './reopen-form';
import { SourceView } from './source-view';
import { useDeskKeys } from './use-desk-keys';
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

  useDeskKeys({
    level: byKey,
    nextCriterion: () => setFocus(movedFocus(focus, 1, criteria.length)),
    previousCriterion: () => setFocus(movedFocus(focus, -1, criteria.length)),
    comment: () => commentRef.current?.focus(),
    nextRun: () => open(place?.nextRunId),
    previousRun: () => open(place?.previousRunId),
    nextWaitingRun: () => open(place?.nextWaitingRunId),
    finish: () => void finish(),
  });

  return (
    <>
      <DeskHead review={review} graded={graded} />
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

import { useTranslations } from 'next-intl';
import type { RunReviewQuery } from '@/generated/graphql';
import { Notice } from '@/ui/notice';

type Lateness = NonNullable<RunReviewQuery['run']['score']>['lateness'];

/** What lateness cost, in words. Nothing when the work was on time. */
export function LateNotice({ lateness }: { lateness: Lateness | undefined }) {
  const t = useTranslations('reviews');
  if (!lateness) return null;
  const { daysLate, lateDaysSpent, factor } = lateness;
  return (
    <Notice meaning="attention" title={t('lateTitle', { days: daysLate })}>
      {t('lateText', { spent: lateDaysSpent, factor })}
    </Notice>
  );
}

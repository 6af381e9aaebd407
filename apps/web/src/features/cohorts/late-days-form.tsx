'use client';

import { Button, NumberInput } from '@mantine/core';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { SetLateDaysDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from '@/features/settings/settings.module.css';
import { ReasonField } from './reason-field';
import type { Recipients } from './recipients';

/** How many pooled late days those who are chosen have left from now on. */
export function LateDaysForm({
  cohortId,
  to: { count, isNobody, ...to },
}: {
  cohortId: string;
  to: Recipients;
}) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const [days, setDays] = useState(3);
  const [reason, setReason] = useState('');
  const [set, { loading, error, data }] = useMutation(SetLateDaysDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await set({
      variables: { input: { cohortId, ...to, days, reason } },
    });
    if (!answer.error) router.refresh();
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)} aria-label={t('lateDays')}>
      <h3>{t('lateDays')}</h3>
      <p>{t('lateDaysNote')}</p>
      <div className={styles.row}>
        <NumberInput
          label={t('daysLeft')}
          min={0}
          max={COHORT_PLAN_LIMITS.lateDays}
          value={days}
          onChange={(value) => setDays(Number(value))}
        />
        <ReasonField flex="1 1 16rem" maw="32rem" value={reason} onChange={setReason} />
        <Button type="submit" variant="default" loading={loading} disabled={isNobody}>
          {isNobody ? t('chooseFirst') : t('setDays', { count })}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {data && <p>{t('daysSet')}</p>}
      </MutationStatus>
    </form>
  );
}

'use client';

import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { GrantExtensionDocument, type DatesFieldsFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from '@/features/settings/settings.module.css';
import { fromField } from './local-date-time';
import { ReasonField } from './reason-field';
import type { Recipients } from './recipients';

interface Props {
  cohortId: string;
  dates: DatesFieldsFragment[];
  to: Recipients;
}

/** A later due date, more certification attempts, or both, for those who are chosen. */
export function ExtensionForm({ cohortId, dates, to: { count, isNobody, ...to } }: Props) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const [slug, setSlug] = useState<string | null>(null);
  const [dueAt, setDue] = useState('');
  const [extra, setExtra] = useState(0);
  const [reason, setReason] = useState('');
  const [grant, { loading, error, data }] = useMutation(GrantExtensionDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!slug) return;
    const answer = await grant({
      variables: {
        input: {
          cohortId,
          assignmentSlug: slug,
          ...to,
          dueAt: fromField(dueAt),
          extraCertifications: extra,
          reason,
        },
      },
    });
    if (!answer.error) router.refresh();
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)} aria-label={t('extend')}>
      <h3>{t('extend')}</h3>
      <div className={styles.row}>
        <Select
          label={t('column.assignment')}
          placeholder={t('chooseAssignment')}
          miw={300}
          data={dates.map(({ assignment }) => ({ value: assignment.slug, label: assignment.title }))}
          value={slug}
          onChange={setSlug}
          allowDeselect={false}
        />
        <TextInput
          type="datetime-local"
          label={t('newDue')}
          description={t('yourZone')}
          value={dueAt}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
        <NumberInput
          label={t('extraCertifications')}
          min={0}
          max={COHORT_PLAN_LIMITS.extraCertifications}
          value={extra}
          onChange={(value) => setExtra(Number(value))}
        />
        <ReasonField flex="1 1 16rem" maw="32rem" value={reason} onChange={setReason} />
        <Button type="submit" loading={loading} disabled={isNobody || slug === null}>
          {isNobody ? t('chooseFirst') : t('grant', { count })}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {data && <p>{t('granted')}</p>}
      </MutationStatus>
    </form>
  );
}

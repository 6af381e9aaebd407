'use client';

import { Button, Checkbox } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { CompareSubmissionsDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './similarity.module.css';

interface Props {
  assignmentSlug: string;
  cohortSlug: string;
  /** Without one, this is the first. */
  hasReport: boolean;
}

/** Has the work of a cohort compared, with earlier cohorts by choice. */
export function CompareForm({ assignmentSlug, cohortSlug, hasReport }: Props) {
  const t = useTranslations('similarity');
  const router = useRouter();
  const [includesEarlier, setIncludesEarlier] = useState(false);
  const [compare, { loading, error }] = useMutation(CompareSubmissionsDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { data } = await compare({ variables: { input: { assignmentSlug, cohortSlug, includesEarlier } } });
    if (data) router.push(`/assignments/${assignmentSlug}/similarity?cohort=${cohortSlug}`);
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form}>
      <Checkbox
        label={t('includesEarlier')}
        checked={includesEarlier}
        onChange={(event) => setIncludesEarlier(event.currentTarget.checked)}
      />
      <Button type="submit" variant={hasReport ? 'default' : 'filled'} loading={loading}>
        {t(hasReport ? 'again' : 'compare')}
      </Button>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}

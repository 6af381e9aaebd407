'use client';

import { Button, TextInput } from '@mantine/core';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { MakeGroupDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from '@/features/settings/settings.module.css';

/** Makes a group of the chosen students. */
export function NewGroupForm({ cohortId, studentIds }: { cohortId: string; studentIds: readonly string[] }) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const [name, setName] = useState('');
  const [make, { loading, error }] = useMutation(MakeGroupDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await make({ variables: { input: { cohortId, name, studentIds: [...studentIds] } } });
    if (answer.error) return;
    setName('');
    router.refresh();
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)} aria-label={t('newGroup')}>
      <div className={styles.row}>
        <TextInput
          label={t('groupName')}
          value={name}
          maxLength={COHORT_PLAN_LIMITS.groupName}
          required
          withAsterisk={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={loading} disabled={studentIds.length === 0}>
          {t('makeGroup', { count: studentIds.length })}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}

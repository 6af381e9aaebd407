'use client';

import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ASSURANCES, CREDENTIAL_LIMITS, type Assurance } from '@holdout/domain';
import { AssureSubmissionDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './credentials.module.css';

interface Props {
  submissionId: string;
  /** What the credential in force says. */
  stated: Assurance;
}

/** States how certain the organization is who did the work. A credential that says something else is issued again. */
export function AssureForm({ submissionId, stated }: Props) {
  const t = useTranslations('credentials');
  const router = useRouter();
  const [level, setLevel] = useState<string>(stated);
  const [note, setNote] = useState('');
  const [assure, { data, loading, error }] = useMutation(AssureSubmissionDocument, { errorPolicy: 'all' });

  async function state() {
    const chosen = ASSURANCES.find((known) => known === level) ?? stated;
    const { data: taken } = await assure({ variables: { submissionId, level: chosen, note } });
    if (!taken) return;
    setNote('');
    router.refresh();
  }

  return (
    <form
      className={styles.assure}
      aria-label={t('assuranceOf')}
      onSubmit={(event) => {
        event.preventDefault();
        void state();
      }}
    >
      <NativeSelect
        label={t('assuranceOf')}
        value={level}
        data={ASSURANCES.map((value) => ({ value, label: t(`assuranceMeans.${value}`) }))}
        onChange={(event) => setLevel(event.currentTarget.value)}
      />
      <Textarea
        label={t('assuredHow')}
        description={t('kept')}
        autosize
        minRows={2}
        maxLength={CREDENTIAL_LIMITS.reason}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={loading} disabled={note.trim() === ''}>
          {t('assure')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {data && t('assured')}
      </MutationStatus>
    </form>
  );
}

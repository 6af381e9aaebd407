'use client';

import { Button, TextInput } from '@mantine/core';
import { REVIEW_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';

interface Props {
  isBusy: boolean;
  onReopen: (reason: string) => void;
}

/** Opens a finished review again: a grade that stood may change, so it says why. */
export function ReopenForm({ isBusy, onReopen }: Props) {
  const t = useTranslations('reviews');
  const [reason, setReason] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    onReopen(reason);
  }

  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('reopenReason')}
        description={t('reopenNote')}
        value={reason}
        maxLength={REVIEW_LIMITS.reason}
        required
        withAsterisk={false}
        mb="sm"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        {t('reopen')}
      </Button>
    </form>
  );
}

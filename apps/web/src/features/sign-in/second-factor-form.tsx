'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { giveCode, type SecondFactorFailure } from '@/lib/second-factor';
import { Notice } from '@/ui/notice';
import styles from './sign-in-form.module.css';

interface Props {
  onDone: () => void;
  onBack: () => void;
}

/** The second step of signing in, for who asked for one. */
export function SecondFactorForm({ onDone, onBack }: Props) {
  const t = useTranslations('secondFactor');
  const [failure, setFailure] = useState<SecondFactorFailure | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code'));
    setBusy(true);
    setFailure(null);
    const result = await giveCode(code);
    if (result.ok) return onDone();
    setBusy(false);
    setFailure(result.reason);
  }

  return (
    <form method="post" onSubmit={(event) => void submit(event)} className={styles.form}>
      <div role="alert">
        {failure && (
          <Notice meaning="failed" title={t('notSignedIn')}>
            {t(`codeReason.${failure}`)}
          </Notice>
        )}
      </div>
      <TextInput
        name="code"
        label={t('code')}
        description={t('codeHelp')}
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        size="md"
        data-autofocus
        autoFocus
      />
      <Button type="submit" size="md" loading={isBusy}>
        {t('signIn')}
      </Button>
      <Button variant="default" size="md" onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  );
}

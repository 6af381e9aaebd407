'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCode } from '@/lib/use-code';
import { Notice } from '@/ui/notice';
import styles from './sign-in-form.module.css';

interface Props {
  onDone: () => void;
  onBack: () => void;
}

/** The second step of signing in, for who asked for one. */
export function SecondFactorForm({ onDone, onBack }: Props) {
  const t = useTranslations('secondFactor');
  const { failure, isBusy, submit } = useCode(onDone);

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

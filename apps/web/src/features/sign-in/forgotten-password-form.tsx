'use client';

import { Button } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { requestPasswordReset, type SignInResult } from '@/lib/auth';
import { Notice } from '@/ui/notice';
import { EmailField } from './email-field';
import styles from './sign-in-form.module.css';

/** Asks for a link by mail. It never says whether there is such an account. */
export function ForgottenPasswordForm() {
  const t = useTranslations('forgottenPassword');
  const signInText = useTranslations('signIn');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [failure, setFailure] = useState<Extract<SignInResult, { ok: false }> | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    const result = await requestPasswordReset(email);
    setBusy(false);
    setFailure(result.ok ? null : result);
    setSentTo(result.ok ? email : null);
  }

  return (
    <>
      <form method="post" onSubmit={(event) => void submit(event)} className={styles.form}>
        <div role="alert">
          {failure && (
            <Notice meaning="failed" title={t('failed')}>
              {failure.reason === 'TOO_MANY' ? t('tooMany') : signInText(`reason.${failure.reason}`)}
            </Notice>
          )}
        </div>
        <div role="status">
          {sentTo !== null && (
            <Notice meaning="passed" title={t('sent')}>
              {t('sentDetail', { email: sentTo })}
            </Notice>
          )}
        </div>
        <EmailField />
        <Button type="submit" size="md" loading={isBusy}>
          {t('submit')}
        </Button>
      </form>
      <p className={styles.note}>
        <Link href="/sign-in">{t('back')}</Link>
      </p>
    </>
  );
}

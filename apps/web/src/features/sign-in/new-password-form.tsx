'use client';

import { Button, PasswordInput } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { resetPassword, type SignInResult } from '@/lib/auth';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/notice';
import styles from './sign-in-form.module.css';

/** Sets a password with the token that the link carries after its hash, where no server sees it. */
export function NewPasswordForm() {
  const t = useTranslations('newPassword');
  const signInText = useTranslations('signIn');
  const [result, setResult] = useState<SignInResult | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    // A link that lost its end is as good as one that was used.
    setResult(await resetPassword(window.location.hash.slice(1) || 'none', password));
    setBusy(false);
  }

  if (result?.ok) {
    return (
      <div role="status" className={styles.form}>
        <Notice meaning="passed" title={t('done')}>
          {t('doneDetail')}
        </Notice>
        <LinkButton href="/sign-in" size="md">
          {t('signIn')}
        </LinkButton>
      </div>
    );
  }
  return (
    <>
      <form method="post" onSubmit={(event) => void submit(event)} className={styles.form}>
        <div role="alert">
          {result && (
            <Notice meaning="failed" title={t('failed')}>
              {result.reason === 'TOO_MANY' ? t('tooMany') : signInText(`reason.${result.reason}`)}
            </Notice>
          )}
        </div>
        <PasswordInput
          name="password"
          label={t('password')}
          description={t('rule')}
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
          withAsterisk={false}
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': signInText('showPassword') }}
        />
        <Button type="submit" size="md" loading={isBusy}>
          {t('submit')}
        </Button>
      </form>
      <p className={styles.note}>
        <Link href="/forgotten-password">{t('another')}</Link>
      </p>
    </>
  );
}

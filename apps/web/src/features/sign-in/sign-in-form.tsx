'use client';

import { Button, PasswordInput } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { signIn, type SignInResult } from '@/lib/auth';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/notice';
import { EmailField } from './email-field';
import { DemoAccounts, DEMO_PASSWORD } from './demo-accounts';
import { PasskeyButton } from './passkey-button';
import { SecondFactorForm } from './second-factor-form';
import styles from './sign-in-form.module.css';

type Failure = Extract<SignInResult, { ok: false }>;

/** Email and password; on a demonstration server also one button for each persona. */
export function SignInForm({ next, isDemo }: { next: string; isDemo: boolean }) {
  const t = useTranslations('signIn');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function enter(email: string, password: string) {
    setBusy(email);
    setFailure(null);
    const result = await signIn(email, password);
    if (result.ok && !result.isPending) return window.location.assign(next);
    setBusy(null);
    if (result.ok) setPending(true);
    else setFailure(result);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void enter(String(form.get('email')).trim(), String(form.get('password')));
  }

  if (isPending)
    return <SecondFactorForm onDone={() => window.location.assign(next)} onBack={() => setPending(false)} />;
  return (
    <>
      {/* Without post, a submit before the page is live would put the password into the address. */}
      <form method="post" onSubmit={submit} className={styles.form}>
        <div role="alert">
          {failure && (
            <Notice meaning="failed" title={t('failed')}>
              {t(`reason.${failure.reason}`)}
            </Notice>
          )}
        </div>
        <EmailField />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" size="md" loading={busy !== null}>
          {t('submit')}
        </Button>
      </form>
      <PasskeyButton next={next} />
      <div className={styles.other}>
        <LinkButton variant="default" size="md" href={`/sign-in/with?next=${encodeURIComponent(next)}`}>
          {t('organization')}
        </LinkButton>
      </div>
      <p className={styles.note}>
        <Link href="/forgotten-password">{t('forgotten')}</Link>
      </p>
      <p className={styles.note}>{t('note')}</p>
      <p className={styles.note}>
        {t.rich('verify', { link: (text) => <Link href="/verify">{text}</Link> })}
      </p>
      {isDemo && <DemoAccounts busy={busy} onChoose={(email) => void enter(email, DEMO_PASSWORD)} />}
    </>
  );
}

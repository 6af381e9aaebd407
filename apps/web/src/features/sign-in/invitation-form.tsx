'use client';

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Notice } from '@/ui/notice';
import { EmailField } from './email-field';
import { SecondFactorForm } from './second-factor-form';
import { useAcceptance, type Way } from './use-acceptance';
import styles from './sign-in-form.module.css';

/** Accept as who one is, or make an account (or sign in) first and accept then. */
export function InvitationForm({ token, isSignedIn }: { token: string; isSignedIn: boolean }) {
  const t = useTranslations('invitation');
  const [way, setWay] = useState<Way>('new');
  const { accept, problem, isBusy, isPending, goBack } = useAcceptance(token);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void accept(isSignedIn ? null : { way, form: new FormData(event.currentTarget) });
  }

  // Who has given both sees the page as who they are, and accepts as that.
  if (isPending) return <SecondFactorForm onDone={() => window.location.reload()} onBack={goBack} />;
  return (
    <form method="post" onSubmit={submit} className={styles.form}>
      <div role="alert">
        {problem && (
          <Notice meaning="failed" title={t('failed')}>
            {problem}
          </Notice>
        )}
      </div>
      {!isSignedIn && <AccountFields way={way} />}
      <Button type="submit" size="md" loading={isBusy}>
        {isSignedIn ? t('accept') : way === 'new' ? t('createAndAccept') : t('signInAndAccept')}
      </Button>
      {!isSignedIn && (
        <Button variant="subtle" onClick={() => setWay(way === 'new' ? 'existing' : 'new')}>
          {way === 'new' ? t('haveAccount') : t('needAccount')}
        </Button>
      )}
    </form>
  );
}

/** Who accepts: somebody new, or somebody who has an account. */
function AccountFields({ way }: { way: Way }) {
  const t = useTranslations('invitation');
  const signInText = useTranslations('signIn');
  const isNew = way === 'new';
  return (
    <>
      {isNew && (
        <TextInput
          name="name"
          label={t('name')}
          autoComplete="name"
          required
          withAsterisk={false}
          size="md"
        />
      )}
      <EmailField />
      <PasswordInput
        name="password"
        label={signInText('password')}
        description={isNew ? t('passwordRule') : undefined}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        minLength={isNew ? 10 : undefined}
        required
        withAsterisk={false}
        size="md"
        visibilityToggleButtonProps={{ 'aria-label': signInText('showPassword') }}
      />
    </>
  );
}

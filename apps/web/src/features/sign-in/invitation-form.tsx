'use client';

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { AcceptInvitationDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { apiFailure } from '@/lib/apollo/errors';
import { signIn, signUp } from '@/lib/auth';
import { rememberOrganization } from '@/lib/organization-cookie';
import { Notice } from '@/ui/notice';
import styles from './sign-in-form.module.css';

type Way = 'new' | 'existing';

/** Accept as who one is, or make an account (or sign in) first and accept then. */
export function InvitationForm({ token, isSignedIn }: { token: string; isSignedIn: boolean }) {
  const t = useTranslations('invitation');
  const signInText = useTranslations('signIn');
  const [way, setWay] = useState<Way>('new');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [acceptInvitation] = useMutation(AcceptInvitationDocument);

  async function accept() {
    try {
      const { data } = await acceptInvitation({ variables: { token } });
      const slug = data?.acceptInvitation.organization.slug;
      if (slug) rememberOrganization(slug);
      window.location.assign('/');
    } catch (error) {
      const failure = apiFailure(error);
      setProblem(
        failure.code === 'UNREACHABLE' || failure.code === 'INTERNAL' ? t('unreachable') : failure.message,
      );
      setBusy(false);
    }
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    if (isSignedIn) return accept();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? '');
    // A space may be a part of a password: signing in takes it as one.
    const [name, email, password] = [text('name').trim(), text('email').trim(), text('password')];
    const result = way === 'new' ? await signUp(name, email, password, token) : await signIn(email, password);
    if (result.ok) return accept();
    setProblem(
      result.reason === 'REFUSED' && result.message ? result.message : signInText(`reason.${result.reason}`),
    );
    setBusy(false);
  }

  return (
    <form method="post" onSubmit={(event) => void submit(event)} className={styles.form}>
      <div role="alert">
        {problem && (
          <Notice meaning="failed" title={t('failed')}>
            {problem}
          </Notice>
        )}
      </div>
      {!isSignedIn && (
        <>
          {way === 'new' && (
            <TextInput
              name="name"
              label={t('name')}
              autoComplete="name"
              required
              withAsterisk={false}
              size="md"
            />
          )}
          <TextInput
            name="email"
            type="email"
            label={signInText('email')}
            autoComplete="username"
            required
            withAsterisk={false}
            size="md"
          />
          <PasswordInput
            name="password"
            label={signInText('password')}
            description={way === 'new' ? t('passwordRule') : undefined}
            autoComplete={way === 'new' ? 'new-password' : 'current-password'}
            minLength={way === 'new' ? 10 : undefined}
            required
            withAsterisk={false}
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': signInText('showPassword') }}
          />
        </>
      )}
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

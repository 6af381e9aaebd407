'use client';

import { Button, TextInput } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/sign-in/sign-in-form.module.css';
import { SignInOrganizationsDocument, type SignInOrganizationsQuery } from '@/generated/graphql';
import { query } from '@/lib/apollo/ask';
import { useWhy } from '@/ui/use-why';
import { Notice } from '@/ui/notice';
import { startPath } from './start-path';

type Found = SignInOrganizationsQuery['signInOrganizations'];

/** Finds where to sign in by the domain of an address, and goes there. */
export function FindOrganizationForm({ next }: { next: string }) {
  const why = useWhy();
  const t = useTranslations('singleSignOn');
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await query(SignInOrganizationsDocument, { variables: { email } });
      const organizations = data?.signInOrganizations ?? [];
      const [only] = organizations;
      if (only && organizations.length === 1) return window.location.assign(startPath(only.slug, next));
      setFound(organizations);
    } catch (error) {
      setProblem(why(error));
    }
    setBusy(false);
  }

  return (
    <>
      <form method="post" onSubmit={(event) => void submit(event)} className={styles.form}>
        <div role="alert">
          {problem && (
            <Notice meaning="failed" title={t('notFound')}>
              {problem}
            </Notice>
          )}
          {found?.length === 0 && (
            <Notice meaning="attention" title={t('notFound')}>
              {t('notFoundText')}
            </Notice>
          )}
        </div>
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          required
          withAsterisk={false}
          size="md"
        />
        <Button type="submit" size="md" loading={isBusy}>
          {t('continue')}
        </Button>
      </form>
      {found && found.length > 1 && (
        <div className={styles.other}>
          {found.map(({ slug, name }) => (
            <Button key={slug} component="a" variant="default" size="md" href={startPath(slug, next)}>
              {t('signInWith', { organization: name })}
            </Button>
          ))}
        </div>
      )}
      <p className={styles.note}>
        <Link href="/sign-in">{t('otherWay')}</Link>
      </p>
    </>
  );
}

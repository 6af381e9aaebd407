'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StopImpersonationDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './impersonation-banner.module.css';

/** Stays in view on every page while an admin looks as somebody else. */
export function ImpersonationBanner({ name, until }: { name: string; until: string }) {
  const t = useTranslations('impersonation');
  const [stop, { loading, error }] = useMutation(StopImpersonationDocument, { errorPolicy: 'all' });

  async function leave() {
    const { data } = await stop();
    if (data) window.location.assign('/people');
  }

  return (
    <section className={styles.banner} aria-label={t('banner')}>
      <Mark meaning="attention">
        {t('lookingAs', { name })} <LocalTime at={until} />
      </Mark>
      <Button size="compact-sm" loading={loading} onClick={() => void leave()}>
        {t('stop')}
      </Button>
      <MutationStatus error={error} refused={t('refused')} />
    </section>
  );
}

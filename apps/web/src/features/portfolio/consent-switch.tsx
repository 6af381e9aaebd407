'use client';

import { useMutation } from '@apollo/client/react';
import { Switch } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConsentToSearchDocument } from '@/generated/graphql';
import { MutationStatus } from '@/ui/mutation-status';

/** Lets hiring managers find the portfolio, or takes that back. */
export function ConsentSwitch({ isGiven: before }: { isGiven: boolean }) {
  const t = useTranslations('portfolio');
  const router = useRouter();
  const [consent, { data, loading, error }] = useMutation(ConsentToSearchDocument, {
    fetchPolicy: 'no-cache',
  });
  const isGiven = data ? data.consentToSearch.searchableSince !== null : before;

  async function change(wanted: boolean) {
    const { data: changed } = await consent({ variables: { isGiven: wanted }, errorPolicy: 'all' });
    // Requests go with the consent.
    if (changed) router.refresh();
  }

  return (
    <>
      <Switch
        mt="lg"
        label={t('search')}
        description={t('searchNote')}
        checked={isGiven}
        disabled={loading}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      <MutationStatus error={error} refused={t('refused')} />
    </>
  );
}

'use client';

import { Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConsentToSearchDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { MutationStatus } from '@/ui/mutation-status';

/** Lets hiring managers find the portfolio, or takes that back after a question: what they asked and noted is deleted with it. */
export function ConsentSwitch({ isGiven: before }: { isGiven: boolean }) {
  const t = useTranslations('portfolio');
  const router = useRouter();
  const [isGiven, setGiven] = useState(before);
  const [isAsking, dialog] = useDisclosure(false);
  const [consent, { loading, error }] = useMutation(ConsentToSearchDocument, { errorPolicy: 'all' });

  async function change(wanted: boolean) {
    const answer = await consent({ variables: { isGiven: wanted } });
    if (answer.data) setGiven(answer.data.consentToSearch.searchableSince !== null);
    return answer;
  }

  async function give() {
    const { data } = await change(true);
    if (data) router.refresh();
  }

  return (
    <>
      <Switch
        mt="lg"
        label={t('search')}
        description={t('searchNote')}
        checked={isGiven}
        disabled={loading}
        onChange={() => (isGiven ? dialog.open() : void give())}
      />
      {/* Why it was not taken back, the dialog says. */}
      <MutationStatus error={isGiven ? undefined : error} refused={t('refused')} />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={dialog.close}
        title={t('searchOffTitle')}
        text={t('searchOffText')}
        keep={t('searchKeep')}
        confirm={t('searchOff')}
        refused={t('refused')}
        act={() => change(false)}
      />
    </>
  );
}

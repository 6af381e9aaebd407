'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  ReproduceRunDocument,
  ReproductionEndedDocument,
  ReproductionsDocument,
  type ReproductionFragment,
} from '@/generated/graphql';
import { query } from '@/lib/apollo/ask';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useSubscription } from '@/lib/apollo/use-subscription';
import { MutationStatus } from '@/ui/mutation-status';
import { ReproductionCard } from './reproduction-card';

/** Having a run repeated as it was, and what came of it each time. */
export function ReproductionSection({ runId, initial }: { runId: string; initial: ReproductionFragment[] }) {
  const t = useTranslations('reproduction');
  const [reproductions, setReproductions] = useState(initial);
  const [reproduce, { loading, error }] = useMutation(ReproduceRunDocument);
  const underWay = reproductions.find(({ verdict }) => verdict === null);

  async function ask() {
    const { data } = await reproduce({ variables: { runId }, errorPolicy: 'all' });
    if (data) setReproductions([data.reproduceRun, ...reproductions]);
  }

  async function lookAgain() {
    const { data } = await query(ReproductionsDocument, { variables: { runId } });
    if (data) setReproductions(data.run.reproductions);
  }

  useSubscription(ReproductionEndedDocument, {
    variables: { runId: underWay?.runId ?? '' },
    skip: !underWay?.isRunVisible,
    onData: ({ runChanged }) => {
      if (runChanged.status === 'FINISHED') void lookAgain();
    },
  });

  return (
    <>
      <MutationStatus error={error} refused={t('refused')}>
        {reproductions.length === 0 && <p>{t('none')}</p>}
      </MutationStatus>
      {reproductions.map((reproduction) => (
        <ReproductionCard key={reproduction.id} reproduction={reproduction} />
      ))}
      <Button
        variant="default"
        loading={loading}
        disabled={underWay !== undefined}
        onClick={() => void ask()}
      >
        {t('ask')}
      </Button>
    </>
  );
}

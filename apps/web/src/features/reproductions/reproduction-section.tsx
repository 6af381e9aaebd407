'use client';

import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import {
  ReproduceRunDocument,
  ReproductionEndedDocument,
  ReproductionsDocument,
  type ReproductionFragment,
} from '@/generated/graphql';
import { MutationStatus } from '@/ui/mutation-status';
import { ReproductionCard } from './reproduction-card';

/** Having a run repeated as it was, and what came of it each time. */
export function ReproductionSection({ runId, initial }: { runId: string; initial: ReproductionFragment[] }) {
  const t = useTranslations('reproduction');
  const { data, refetch } = useQuery(ReproductionsDocument, {
    variables: { runId },
    skip: initial.length === 0,
    fetchPolicy: 'network-only',
  });
  const [reproduce, { data: asked, loading, error }] = useMutation(ReproduceRunDocument);
  const known = data?.run.reproductions ?? initial;
  const fresh = asked?.reproduceRun;
  const reproductions = fresh && !known.some(({ id }) => id === fresh.id) ? [fresh, ...known] : known;
  const underWay = reproductions.find(({ verdict }) => verdict === null);

  useSubscription(ReproductionEndedDocument, {
    variables: { runId: underWay?.runId ?? '' },
    skip: !underWay?.isRunVisible,
    fetchPolicy: 'no-cache',
    onData: ({ data: change }) => {
      if (change.data?.runChanged.status === 'FINISHED') void refetch();
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
        onClick={() => void reproduce({ variables: { runId }, errorPolicy: 'all' })}
      >
        {t('ask')}
      </Button>
    </>
  );
}

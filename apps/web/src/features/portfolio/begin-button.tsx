'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { BeginPortfolioDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';

/** Makes an empty portfolio, seen by nobody. */
export function BeginButton() {
  const t = useTranslations('portfolio');
  const router = useRouter();
  const [begin, { loading, error }] = useMutation(BeginPortfolioDocument);

  async function beginNow() {
    const { data } = await begin({ errorPolicy: 'all' });
    if (data) router.refresh();
  }

  return (
    <>
      <Button mt="md" loading={loading} onClick={() => void beginNow()}>
        {t('begin')}
      </Button>
      <MutationStatus error={error} refused={t('refused')} />
    </>
  );
}

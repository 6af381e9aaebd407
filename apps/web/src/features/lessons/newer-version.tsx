'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ReadNewestVersionDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice, Notices } from '@/ui/notice';

interface Props {
  lessonId: string;
  version: number;
  newest: number;
}

/** Says that there is a newer version, and lets the reader choose when to switch. */
export function NewerVersion({ lessonId, version, newest }: Props) {
  const t = useTranslations('lesson');
  const router = useRouter();
  const [read, { loading, error }] = useMutation(ReadNewestVersionDocument, { errorPolicy: 'all' });

  async function follow() {
    const { data } = await read({ variables: { lessonId } });
    if (data) router.refresh();
  }

  return (
    <Notices>
      <Notice meaning="neutral" title={t('newerTitle')}>
        <p>{t('newerText', { version, newest })}</p>
        <Button mt="xs" size="compact-sm" variant="default" loading={loading} onClick={() => void follow()}>
          {t('readNewest', { newest })}
        </Button>
      </Notice>
      <MutationStatus error={error} refused={t('refused')} />
    </Notices>
  );
}

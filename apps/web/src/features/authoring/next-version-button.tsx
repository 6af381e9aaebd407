'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { BeginAssignmentVersionDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';

/** Opens the newest version of an assignment as a draft of the next one. */
export function NextVersionButton({ slug }: { slug: string }) {
  const t = useTranslations('drafts.nextVersion');
  const router = useRouter();
  const [begin, { loading, error }] = useMutation(BeginAssignmentVersionDocument, { errorPolicy: 'all' });

  async function open() {
    const { data } = await begin({ variables: { slug } });
    if (data) router.push(`/drafts/${data.beginAssignmentVersion.id}`);
  }

  return (
    <>
      <Button variant="default" loading={loading} onClick={() => void open()}>
        {t('begin')}
      </Button>
      <MutationStatus error={error} refused={t('refused')} />
    </>
  );
}

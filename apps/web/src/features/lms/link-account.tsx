'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LinkLtiAccountDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';

/** Confirms that the LMS's person and the signed-in account are the same, and continues to where the link leads. */
export function LinkAccount({ organizationSlug, launchId }: { organizationSlug: string; launchId: string }) {
  const t = useTranslations('lmsLaunch');
  const [link, { error, loading }] = useMutation(LinkLtiAccountDocument, { errorPolicy: 'all' });

  async function act() {
    const { data } = await link({ variables: { organizationSlug, launchId } });
    // Roles may be new: a fresh page.
    if (data) window.location.assign(data.linkLtiAccount);
  }

  return (
    <>
      <Button loading={loading} onClick={() => void act()}>
        {t('link')}
      </Button>
      <MutationStatus error={error} refused={t('linkRefused')} />
    </>
  );
}

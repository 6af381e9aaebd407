'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { ReproduceCredentialDocument, type ReproductionVerdict } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';

interface Props {
  /** The title of the credential. */
  title: string;
  credentialId: string;
  issuerSlug: string;
  reproductions: readonly { verdict: ReproductionVerdict | null }[];
}

/** Lets those who were shown a credential have its result reproduced, at the issuer's expense. */
export function AskForReproduction({ title, credentialId: id, issuerSlug, reproductions }: Props) {
  const t = useTranslations('reproduction');
  const router = useRouter();
  const [reproduce, { loading, error, data }] = useMutation(ReproduceCredentialDocument);
  const isUnderWay = reproductions.some(({ verdict }) => verdict === null);

  async function ask() {
    const { error: refusal } = await reproduce({ variables: { issuerSlug, id }, errorPolicy: 'all' });
    if (!refusal) router.refresh();
  }

  return (
    <div>
      <Button
        size="compact-sm"
        variant="default"
        loading={loading}
        disabled={isUnderWay}
        aria-label={t('askNamed', { title })}
        onClick={() => void ask()}
      >
        {t('askAgain')}
      </Button>
      <MutationStatus error={error} refused={t('refused')}>
        {data && <p>{t('asked')}</p>}
      </MutationStatus>
    </div>
  );
}

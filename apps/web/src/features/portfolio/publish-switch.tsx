'use client';

import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PublishPortfolioDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { LinkButton } from '@/ui/link-button';
import { MutationStatus } from '@/ui/mutation-status';

/** Shows the portfolio to anyone with its address, or to nobody. */
export function PublishSwitch({ slug, isPublic: before }: { slug: string; isPublic: boolean }) {
  const t = useTranslations('portfolio');
  const [publish, { data, loading, error }] = useMutation(PublishPortfolioDocument);
  const isPublic = data?.publishPortfolio.isPublic ?? before;
  return (
    <>
      <Switch
        label={t('public')}
        description={t('publicNote')}
        checked={isPublic}
        disabled={loading}
        onChange={(event) =>
          void publish({ variables: { isPublic: event.currentTarget.checked }, errorPolicy: 'all' })
        }
      />
      <MutationStatus error={error} refused={t('refused')}>
        {isPublic && (
          <LinkButton mt="xs" size="compact-sm" variant="default" href={`/p/${slug}`}>
            {t('open')}
          </LinkButton>
        )}
      </MutationStatus>
    </>
  );
}

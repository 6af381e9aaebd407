'use client';

import { useTranslations } from 'next-intl';
import { RevokeShareLinkDocument, type OwnShareLinkFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Ends a link before its time. It cannot be undone. */
export function RevokeLink({ link: { id, label } }: { link: OwnShareLinkFragment }) {
  const t = useTranslations('portfolio');
  const [revoke] = useMutation(RevokeShareLinkDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      label={t('revoke')}
      name={t('revokeNamed', { label })}
      title={t('revokeTitle', { label })}
      text={t('revokeText')}
      keep={t('keep')}
      refused={t('refused')}
      act={() => revoke({ variables: { id } })}
    />
  );
}

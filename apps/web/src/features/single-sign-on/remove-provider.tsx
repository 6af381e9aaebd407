'use client';

import { useTranslations } from 'next-intl';
import { RemoveSingleSignOnDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Ends what the provider opened, after a question. */
export function RemoveProvider() {
  const t = useTranslations('singleSignOn');
  const [remove] = useMutation(RemoveSingleSignOnDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      size="sm"
      label={t('turnOff')}
      name={t('turnOff')}
      title={t('turnOffTitle')}
      text={t('turnOffText')}
      keep={t('keep')}
      refused={t('refused')}
      act={() => remove()}
    />
  );
}

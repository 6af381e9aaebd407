'use client';

import { useTranslations } from 'next-intl';
import { RotateIssuerKeyDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** The one way to another key is harmless, the other undoes what was signed. */
export function RotateKey({ isCompromised }: { isCompromised: boolean }) {
  const t = useTranslations('issuer');
  const [rotate] = useMutation(RotateIssuerKeyDocument, { errorPolicy: 'all' });
  const what = isCompromised ? 'replace' : 'rotate';
  return (
    <ConfirmedButton
      label={t(what)}
      name={t(what)}
      title={t(`${what}Title`)}
      text={t(`${what}Text`)}
      keep={t('back')}
      confirm={t(`${what}Confirm`)}
      size="compact-sm"
      refused={t('failed')}
      act={() => rotate({ variables: { isCompromised } })}
    />
  );
}

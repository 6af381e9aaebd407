'use client';

import { useTranslations } from 'next-intl';
import { ResendGradesDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Sends all grades of a link back to its course once more. */
export function ResendButton({ linkId, title }: { linkId: string; title: string }) {
  const t = useTranslations('passbacks');
  const [resend] = useMutation(ResendGradesDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      label={t('resend')}
      name={t('resendOf', { title })}
      title={t('resendOf', { title })}
      text={t('resendText')}
      keep={t('keep')}
      refused={t('refused')}
      act={() => resend({ variables: { linkId } })}
    />
  );
}

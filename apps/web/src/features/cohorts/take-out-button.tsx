'use client';

import { useTranslations } from 'next-intl';
import { WithdrawStudentDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ReasonedButton } from './reasoned-button';

/** Takes a student out of the cohort, with a reason. */
export function TakeOutButton({ enrollmentId, name }: { enrollmentId: string; name: string }) {
  const t = useTranslations('cohorts');
  const [withdraw] = useMutation(WithdrawStudentDocument, { errorPolicy: 'all' });
  return (
    <ReasonedButton
      size="compact-sm"
      label={t('takeOut.label')}
      name={t('takeOut.named', { name })}
      title={t('takeOut.title', { name })}
      text={t('takeOut.text')}
      confirm={t('takeOut.label')}
      act={(reason) => withdraw({ variables: { enrollmentId, reason } })}
    />
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { WithdrawExtensionDocument, type ExtensionWithdrawalInput } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ReasonedButton } from './reasoned-button';

interface Props {
  /** Whose extension it is. */
  name: string;
  title: string;
  from: Omit<ExtensionWithdrawalInput, 'reason'>;
}

/** Takes an extension back, with a reason. */
export function WithdrawButton({ name, title, from }: Props) {
  const t = useTranslations('cohorts');
  const [withdraw] = useMutation(WithdrawExtensionDocument, { errorPolicy: 'all' });
  return (
    <ReasonedButton
      size="compact-xs"
      label={t('withdraw.label')}
      name={t('withdraw.named', { name, title })}
      title={t('withdraw.title', { name, title })}
      text={t('withdraw.text')}
      confirm={t('withdraw.confirm')}
      act={(reason) => withdraw({ variables: { input: { ...from, reason } } })}
    />
  );
}

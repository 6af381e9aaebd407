'use client';

import { useTranslations } from 'next-intl';
import { WithdrawStageDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Takes a stage off the roadmap. */
export function WithdrawStageButton({ stageId }: { stageId: string }) {
  const t = useTranslations('stageAuthoring');
  const [withdraw] = useMutation(WithdrawStageDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      label={t('withdraw')}
      name={t('withdraw')}
      title={t('withdrawTitle')}
      text={t('withdrawText')}
      keep={t('keep')}
      refused={t('refused')}
      act={() => withdraw({ variables: { stageId } })}
    />
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { WithdrawDiagramDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Takes a diagram away from students. */
export function WithdrawDiagramButton({ diagramId }: { diagramId: string }) {
  const t = useTranslations('diagramAuthoring');
  const [withdraw] = useMutation(WithdrawDiagramDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      label={t('withdraw')}
      name={t('withdraw')}
      title={t('withdrawTitle')}
      text={t('withdrawText')}
      keep={t('keep')}
      refused={t('refused')}
      act={() => withdraw({ variables: { diagramId } })}
    />
  );
}

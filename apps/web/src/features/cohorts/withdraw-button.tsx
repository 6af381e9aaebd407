'use client';

import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { WithdrawExtensionDocument, type ExtensionWithdrawalInput } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';

interface Props {
  /** Whose extension it is. */
  name: string;
  title: string;
  from: Omit<ExtensionWithdrawalInput, 'reason'>;
}

/** Takes an extension back, with a reason. */
export function WithdrawButton({ name, title, from }: Props) {
  const t = useTranslations('cohorts');
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [withdraw] = useMutation(WithdrawExtensionDocument, { errorPolicy: 'all' });
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={dialog.open}
        aria-label={t('withdraw.named', { name, title })}
      >
        {t('withdraw.label')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={dialog.close}
        title={t('withdraw.title', { name, title })}
        text={t('withdraw.text')}
        keep={t('cancel')}
        confirm={t('withdraw.confirm')}
        refused={t('refused')}
        isReady={reason.trim() !== ''}
        act={() => withdraw({ variables: { input: { ...from, reason } } })}
      >
        <TextInput
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={COHORT_PLAN_LIMITS.reason}
          required
          withAsterisk={false}
        />
      </ConfirmDialog>
    </>
  );
}

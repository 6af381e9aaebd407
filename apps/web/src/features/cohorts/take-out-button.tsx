'use client';

import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { WithdrawStudentDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';

/** Takes a student out of the cohort, with a reason. */
export function TakeOutButton({ enrollmentId, name }: { enrollmentId: string; name: string }) {
  const t = useTranslations('cohorts');
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [withdraw] = useMutation(WithdrawStudentDocument, { errorPolicy: 'all' });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={dialog.open}
        aria-label={t('takeOut.named', { name })}
      >
        {t('takeOut.label')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={dialog.close}
        title={t('takeOut.title', { name })}
        text={t('takeOut.text')}
        keep={t('cancel')}
        confirm={t('takeOut.label')}
        refused={t('refused')}
        isReady={reason.trim() !== ''}
        act={() => withdraw({ variables: { enrollmentId, reason } })}
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

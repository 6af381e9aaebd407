'use client';

import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IMPERSONATION_LIMITS } from '@holdout/domain';
import { StartImpersonationDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';

/** Shows an admin the pages as a student sees them, after saying why. */
export function LookAsButton({ membershipId, name }: { membershipId: string; name: string }) {
  const t = useTranslations('impersonation');
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [start] = useMutation(StartImpersonationDocument, { errorPolicy: 'all' });

  async function look() {
    const answer = await start({ variables: { membershipId, reason } });
    // Everything loaded before belongs to another person, so nothing of it is kept.
    if (answer.data) window.location.assign('/');
    return answer;
  }

  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t('lookNamed', { name })} onClick={dialog.open}>
        {t('look')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={dialog.close}
        title={t('lookNamed', { name })}
        text={t('lookText', { name, minutes: IMPERSONATION_LIMITS.minutes })}
        keep={t('keep')}
        confirm={t('lookConfirm')}
        refused={t('refused')}
        isReady={reason.trim() !== ''}
        act={look}
      >
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          maxLength={IMPERSONATION_LIMITS.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}

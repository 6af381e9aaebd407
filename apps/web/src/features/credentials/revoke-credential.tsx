'use client';

import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CREDENTIAL_LIMITS } from '@holdout/domain';
import { RevokeCredentialDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';

/** Takes a credential back for good, with a reason that its holder reads. */
export function RevokeCredential({ id, title }: { id: string; title: string }) {
  const t = useTranslations('credentials');
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [revoke] = useMutation(RevokeCredentialDocument, { errorPolicy: 'all' });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('revokeNamed', { title })}
        onClick={dialog.open}
      >
        {t('revoke')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={dialog.close}
        title={t('revokeTitle', { title })}
        text={t('revokeText')}
        keep={t('revokeKeep')}
        confirm={t('revoke')}
        refused={t('refused')}
        isReady={reason.trim() !== ''}
        act={() => revoke({ variables: { id, reason } })}
      >
        <Textarea
          label={t('revokeReason')}
          description={t('revokeHint')}
          maxLength={CREDENTIAL_LIMITS.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}

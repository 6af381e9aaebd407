'use client';

import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ROSTER_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UndoRosterImportDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';

interface Props {
  id: string;
  name: string;
  /** Rows that would be taken back, and those that stay. */
  undone: number;
  stays: number;
}

/** Takes an import back as a whole, once a reason is given. */
export function UndoButton({ id, name, undone, stays }: Props) {
  const t = useTranslations('rosterImports');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [undo] = useMutation(UndoRosterImportDocument, { errorPolicy: 'all' });
  return (
    <>
      <Button onClick={open}>{t('undo')}</Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title={t('undoTitle', { name })}
        text={t('undoText', { undone, stays })}
        keep={t('keep')}
        confirm={t('undoConfirm', { undone })}
        refused={t('refused')}
        isReady={reason.trim() !== ''}
        act={() => undo({ variables: { id, reason } })}
      >
        <TextInput
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={ROSTER_LIMITS.reason}
          required
          withAsterisk={false}
        />
      </ConfirmDialog>
    </>
  );
}

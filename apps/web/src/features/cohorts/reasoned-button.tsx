'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState, type ComponentProps } from 'react';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { ReasonField } from './reason-field';

type Dialog = ComponentProps<typeof ConfirmDialog>;

interface Props extends Pick<Dialog, 'title' | 'text' | 'confirm'> {
  label: string;
  /** The label, with whom it is about. */
  name: string;
  size: ButtonProps['size'];
  act: (reason: string) => ReturnType<Dialog['act']>;
}

/** Does something to a student of the cohort once a reason is given. */
export function ReasonedButton({ label, name, size, act, ...dialog }: Props) {
  const t = useTranslations('cohorts');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button size={size} variant="default" onClick={open} aria-label={name}>
        {label}
      </Button>
      <ConfirmDialog
        {...dialog}
        isOpen={isOpen}
        onClose={close}
        keep={t('cancel')}
        refused={t('refused')}
        isReady={reason.trim() !== ''}
        act={() => act(reason)}
      >
        <ReasonField value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}

'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from './confirm-dialog';

interface Props extends Pick<ButtonProps, 'variant' | 'size' | 'disabled'> {
  label: string;
  /** Names what it acts on, for those who hear the button alone. */
  name: string;
  title: string;
  text: string;
  /** Label of the button that cancels. */
  keep: string;
  /** Label of the button that confirms, if it says more than `label`. */
  confirm?: string;
  /** Title above the reason if it is refused. */
  refused: string;
  act: () => Promise<{ error?: unknown }>;
}

/** Asks for confirmation, does it, and refreshes the page. */
export function ConfirmedButton({
  label,
  name,
  confirm = label,
  variant = 'default',
  size = 'compact-sm',
  disabled,
  ...question
}: Props) {
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button size={size} variant={variant} disabled={disabled} onClick={dialog.open} aria-label={name}>
        {label}
      </Button>
      <ConfirmDialog isOpen={isOpen} onClose={dialog.close} confirm={confirm} {...question} />
    </>
  );
}

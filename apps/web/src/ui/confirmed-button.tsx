'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from './confirm-dialog';

interface Props extends Pick<ButtonProps, 'variant' | 'size' | 'disabled'> {
  label: string;
  /** Says what it acts on, for those who hear the button alone. */
  name: string;
  title: string;
  text: string;
  /** What the button says that leaves it as it is. */
  keep: string;
  /** What the button says that does it, where that is more than the label. */
  confirm?: string;
  /** Title over the reason when it is refused. */
  refused: string;
  act: () => Promise<{ error?: unknown }>;
}

/** Does something after a question, then shows the page anew. */
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

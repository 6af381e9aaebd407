'use client';

import { Modal as MantineModal } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';

export interface ModalProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/**
 * The part that `Dialog` loads. It opens only after it has been mounted, because only then does it remember where focus
 * should return to.
 */
export function Modal({ isOpen, onClose, title, children }: ModalProps) {
  const isMounted = useMounted();
  return (
    <MantineModal opened={isMounted && isOpen} onClose={onClose} title={title}>
      {children}
    </MantineModal>
  );
}

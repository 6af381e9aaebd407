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

/** What `Dialog` fetches. It opens once it stands: only then does it note where the focus goes back to. */
export function Modal({ isOpen, onClose, title, children }: ModalProps) {
  const isMounted = useMounted();
  return (
    <MantineModal opened={isMounted && isOpen} onClose={onClose} title={title}>
      {children}
    </MantineModal>
  );
}

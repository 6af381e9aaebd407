'use client';

import { Drawer } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './frame.module.css';

interface Props {
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The rail, if there is no room for it beside the page. */
export function RailDrawer({ isOpen, onClose, children }: Props) {
  const t = useTranslations('frame');
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size="17rem"
      withCloseButton={false}
      title={t('menu')}
      classNames={{ header: 'sr-only', body: styles.drawerBody }}
    >
      {children}
    </Drawer>
  );
}

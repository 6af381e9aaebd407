'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/ui/dialog';
import styles from './certify-dialog.module.css';

interface Props {
  isOpen: boolean;
  left: number;
  /** What it is scored on, if not private rows. */
  scoredOn?: string;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks once more, because certification runs are few. */
export function CertifyDialog({ isOpen, left, scoredOn, onClose, onConfirm }: Props) {
  const t = useTranslations('submit.certify');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <ul className={styles.facts}>
        <li>{scoredOn ?? t('hidden')}</li>
        <li>{t('left', { left, after: Math.max(0, left - 1) })}</li>
        <li>{t('free')}</li>
        <li>{t('best')}</li>
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('back')}
        </Button>
        <Button onClick={onConfirm}>{t('confirm')}</Button>
      </Group>
    </Dialog>
  );
}

'use client';

import { Button, CopyButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';
import styles from './settings.module.css';

/** Shown once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('secondFactor');
  return (
    <Notice meaning="attention" title={t('codesTitle')}>
      <p>{t('codesText')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton value={codes.join('\n')}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </Notice>
  );
}

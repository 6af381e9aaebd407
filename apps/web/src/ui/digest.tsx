'use client';

import { UnstyledButton } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './digest.module.css';

/** The first twelve digits of a digest; the button copies all of it. */
export function Digest({ value, label }: { value: string; label: string }) {
  const t = useTranslations('ui');
  const { copied, copy } = useClipboard();
  const short = value.replace(/^sha256:/, '').slice(0, 12);
  return (
    <>
      <UnstyledButton
        onClick={() => copy(value)}
        className={styles.digest}
        title={value}
        aria-label={t('copyDigest', { label })}
      >
        <code>{short}</code>
        {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      </UnstyledButton>
      <span role="status" className={styles.copied}>
        {copied && t('copied')}
      </span>
    </>
  );
}

'use client';

import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './digest.module.css';

/** The first twelve digits of a digest; the button copies all of it. */
export function Digest({ value, label }: { value: string; label: string }) {
  const t = useTranslations('ui');
  const short = value.replace(/^sha256:/, '').slice(0, 12);
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip
          label={copied ? t('copied') : value}
          multiline
          maw={340}
          style={{ overflowWrap: 'anywhere' }}
        >
          <UnstyledButton onClick={copy} className={styles.digest} aria-label={t('copyDigest', { label })}>
            <code>{short}</code>
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}

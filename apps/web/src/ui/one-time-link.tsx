'use client';

import { Button, CopyButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from '@/features/settings/settings.module.css';
import { Notice } from './notice';

/** A link that is shown only once. It is either being mailed or has to be passed on. */
export function OneTimeLink({ link, isMailed }: { link: string; isMailed: boolean }) {
  const t = useTranslations('oneTimeLink');
  return (
    <Notice meaning={isMailed ? 'waiting' : 'attention'} title={t(isMailed ? 'mailed' : 'title')}>
      <p className={styles.secret}>
        <code>{link}</code>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </p>
    </Notice>
  );
}

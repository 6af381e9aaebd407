'use client';

import { Button, CopyButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { LtiToolFieldsFragment } from '@/generated/graphql';
import styles from './lms.module.css';

const URLS = ['loginUrl', 'launchUrl', 'keysUrl'] as const;

/** What an LMS asks for when the tool is added there, each to be copied. */
export function ToolUrls({ tool }: { tool: LtiToolFieldsFragment }) {
  const t = useTranslations('lms');
  return (
    <dl className={styles.urls}>
      {URLS.map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            <code>{tool[name]}</code>
            <CopyButton value={tool[name]}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={copy}
                  aria-label={t('copyOf', { label: t(name) })}
                >
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
          </dd>
        </div>
      ))}
    </dl>
  );
}

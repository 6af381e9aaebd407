'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './authoring.module.css';

const TextDifference = dynamic(() => import('./text-difference').then((module) => module.TextDifference));

export interface Version {
  version: number;
  title: string;
  note: string;
  publishedBy: string | null;
  publishedAt: string;
}

interface Props {
  versions: Version[];
  hasDraft: boolean;
  /** What the newest version says, as text to compare. */
  newest: string;
  /** The version that is compared with the newest, once it is there. */
  looked: { loading: boolean; error?: unknown; version?: number | undefined; text?: string | undefined };
  look: (version: number) => void;
  restore: (version: number) => Promise<{ error?: unknown }>;
}

/** Every published version: when, by whom and why, how it differs from the newest, and a way to restore it. */
export function VersionList({ versions, hasDraft, newest, looked, look, restore }: Props) {
  const t = useTranslations('versions');
  const to = versions[0]?.version ?? 0;
  const label = t('fromTo', { from: looked.version ?? 0, to });
  return (
    <>
      <ol className={styles.list} reversed>
        {versions.map(({ version, title, note, publishedBy, publishedAt }) => (
          <li key={version}>
            <div className={styles.grow}>
              <strong>{t('version', { version, title })}</strong>
              <p className={styles.quiet}>
                {publishedBy ?? t('shipped')}, <LocalTime at={publishedAt} />
              </p>
              {note && <p>{note}</p>}
            </div>
            {version !== to && (
              <>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={looked.loading && looked.version === version}
                  aria-label={t('compareNamed', { version })}
                  onClick={() => look(version)}
                >
                  {t('compare')}
                </Button>
                <ConfirmedButton
                  label={t('restore')}
                  name={t('restoreNamed', { version })}
                  title={t('restoreTitle', { version })}
                  text={t(hasDraft ? 'restoreOverDraft' : 'restoreText')}
                  keep={t('keep')}
                  refused={t('refused')}
                  act={() => restore(version)}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      <MutationStatus error={looked.error} refused={t('refused')} />
      {looked.text !== undefined && (
        <>
          <h3>{label}</h3>
          <TextDifference before={looked.text} after={newest} label={label} />
        </>
      )}
    </>
  );
}

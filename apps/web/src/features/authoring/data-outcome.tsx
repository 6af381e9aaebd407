'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/notice';
import type { Draft } from './draft.types';
import { ProblemList } from './problem-list';
import styles from './authoring.module.css';

const REFRESH_MS = 1_000;

/** While the data is looked at, and where it cannot be used. */
export function DataOutcome({ draft }: { draft: Draft }) {
  const t = useTranslations('drafts.outcome');
  const router = useRouter();
  const isWaiting = draft.status === 'PROFILING';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
  if (isWaiting) {
    return (
      <div role="status">
        <Notice meaning="running" title={t('looking')}>
          {t('lookingText')}
        </Notice>
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      <Notice meaning="failed" title={t(draft.status === 'FAILED' ? 'failed' : 'unreadable')}>
        {draft.error ?? t('unreadableText')}
      </Notice>
      <ProblemList problems={draft.problems} />
      <div>
        <LinkButton href="/drafts">{t('again')}</LinkButton>
      </div>
    </div>
  );
}

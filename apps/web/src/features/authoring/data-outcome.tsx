'use client';

import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/notice';
import { useRefresh } from '@/ui/use-refresh';
import type { Draft } from './draft.types';
import { ProblemList } from './problem-list';
import styles from './authoring.module.css';

/** Shown while the data is examined, and if it cannot be used. */
export function DataOutcome({ draft }: { draft: Draft }) {
  const t = useTranslations('drafts.outcome');
  if (draft.status === 'PROFILING') return <Looking />;
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

function Looking() {
  const t = useTranslations('drafts.outcome');
  useRefresh();
  return (
    <div role="status">
      <Notice meaning="running" title={t('looking')}>
        {t('lookingText')}
      </Notice>
    </div>
  );
}

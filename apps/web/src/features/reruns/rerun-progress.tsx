'use client';

import { Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRefresh } from '@/ui/use-refresh';
import type { Rerun } from './reruns.types';
import styles from './reruns.module.css';

/** How far the runs are, or then the commit, until nothing is under way. */
export function RerunProgress({ rerun: { status, summary } }: { rerun: Pick<Rerun, 'status' | 'summary'> }) {
  const t = useTranslations('reruns');
  useRefresh();
  const isCommit = status === 'COMMITTING';
  const { works, notStarted, underWay, scored, committed } = summary;
  const asked = isCommit ? scored : works - notStarted;
  const done = isCommit ? committed : asked - underWay;
  return (
    <div className={styles.progress} role="status">
      <p>{t(isCommit ? 'committing' : 'running', { done, asked })}</p>
      <Progress value={asked > 0 ? (100 * done) / asked : 0} aria-label={t('progress')} />
    </div>
  );
}

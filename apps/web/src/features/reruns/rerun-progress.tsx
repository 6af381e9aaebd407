'use client';

import { Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Rerun } from './reruns.types';
import { useRerunChanges } from './use-rerun-changes';
import styles from './reruns.module.css';

/** How far the runs are, or then the commit, until nothing is under way. */
export function RerunProgress({ rerun }: { rerun: Pick<Rerun, 'id' | 'status' | 'summary'> }) {
  const t = useTranslations('reruns');
  useRerunChanges(rerun.id);
  const { status, summary } = rerun;
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

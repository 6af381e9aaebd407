'use client';

import { Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRefresh } from '@/ui/use-refresh';
import type { Report } from './similarity.types';
import styles from './similarity.module.css';

/** How far a report is, until it is there. */
export function ComparingProgress({
  report,
}: {
  report: Pick<Report, 'status' | 'worksRead' | 'worksPlanned'>;
}) {
  const t = useTranslations('similarity');
  useRefresh();
  const { status, worksRead, worksPlanned } = report;
  const share = worksPlanned > 0 ? worksRead / worksPlanned : 0;
  return (
    <div className={styles.progress} role="status">
      <p>{t(status === 'QUEUED' ? 'queued' : 'running', { read: worksRead, planned: worksPlanned })}</p>
      <Progress value={share * 100} aria-label={t('progress')} />
    </div>
  );
}

'use client';

import { Progress } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Report } from './similarity.types';
import styles from './similarity.module.css';

const REFRESH_MS = 1_500;

/** How far a report is, until it is there. */
export function ComparingProgress({
  report,
}: {
  report: Pick<Report, 'status' | 'worksRead' | 'worksPlanned'>;
}) {
  const t = useTranslations('similarity');
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [router]);
  const { status, worksRead, worksPlanned } = report;
  const share = worksPlanned > 0 ? worksRead / worksPlanned : 0;
  return (
    <div className={styles.progress} role="status">
      <p>{t(status === 'QUEUED' ? 'queued' : 'running', { read: worksRead, planned: worksPlanned })}</p>
      <Progress value={share * 100} aria-label={t('progress')} />
    </div>
  );
}

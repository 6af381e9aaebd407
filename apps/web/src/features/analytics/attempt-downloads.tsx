'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from './analytics.module.css';

/** Every attempt as a file, for analyses of one's own. */
export function AttemptDownloads({ slug }: { slug: string }) {
  const t = useTranslations('analytics');
  return (
    <div className={styles.downloads}>
      {(['csv', 'parquet'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          variant="default"
          href={`/files/cohorts/${slug}/attempts.${kind}`}
          download
        >
          {t(`download.${kind}`)}
        </Button>
      ))}
    </div>
  );
}

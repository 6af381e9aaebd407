import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './settings.module.css';

/** One archive of all there is of the reader. */
export function ExportData({ left }: { left: number }) {
  const t = useTranslations('settings.export');
  return (
    <div className={styles.stack}>
      <p>{t('contents')}</p>
      {left > 0 && (
        <a href="/files/own-data" download className={styles.download}>
          <IconDownload size={16} aria-hidden />
          {t('download')}
        </a>
      )}
      <p className={styles.quiet}>{t('left', { left })}</p>
    </div>
  );
}

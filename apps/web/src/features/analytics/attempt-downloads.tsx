import { useTranslations } from 'next-intl';
import { FileButton } from '@/ui/file-button';
import styles from './analytics.module.css';

/** Every attempt as a file, for analyses of one's own. */
export function AttemptDownloads({ slug }: { slug: string }) {
  const t = useTranslations('analytics');
  return (
    <div className={styles.downloads}>
      {(['csv', 'parquet'] as const).map((kind) => (
        <FileButton key={kind} href={`/files/cohorts/${slug}/attempts.${kind}`}>
          {t(`download.${kind}`)}
        </FileButton>
      ))}
    </div>
  );
}

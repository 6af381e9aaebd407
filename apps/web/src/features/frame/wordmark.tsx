import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import styles from './wordmark.module.css';

/** The name with its sign: a block of rows, one of them held out. */
export function Wordmark() {
  const t = useTranslations('app');
  return (
    <Link href="/" className={styles.wordmark}>
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden>
        <rect x="2" y="2" width="18" height="4" rx="1" className={styles.row} />
        <rect x="2" y="9" width="18" height="4" rx="1" className={styles.row} />
        <rect x="2.75" y="16.75" width="16.5" height="2.5" rx="0.5" className={styles.held} />
      </svg>
      <span>{t('name')}</span>
    </Link>
  );
}

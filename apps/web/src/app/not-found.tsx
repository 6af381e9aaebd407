import { useTranslations } from 'next-intl';
import { DeadEnd } from '@/ui/dead-end';
import styles from '@/ui/dead-end.module.css';

export default function NotFound() {
  const t = useTranslations('deadEnd');
  return (
    <main className={styles.outside}>
      <DeadEnd code="404" title={t('notFoundTitle')}>
        <p>{t('notFoundText')}</p>
      </DeadEnd>
    </main>
  );
}

import { useTranslations } from 'next-intl';
import styles from './grading-desk.module.css';

const KEYS = ['level', 'move', 'comment', 'runs', 'waiting', 'finish'] as const;

/** The keys of the desk, always in sight. */
export function KeysHelp() {
  const t = useTranslations('reviews.keys');
  return (
    <dl className={styles.keys} aria-label={t('title')}>
      {KEYS.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{t(`${key}.key`)}</kbd>
          </dt>
          <dd>{t(`${key}.does`)}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useTranslations } from 'next-intl';
import type { AnnouncementFieldsFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Empty } from '@/ui/page';
import styles from './announcements.module.css';

/** A cohort's announcements, newest first. */
export function AnnouncementList({ rows, empty }: { rows: AnnouncementFieldsFragment[]; empty: string }) {
  const t = useTranslations('announcements');
  if (rows.length === 0) return <Empty title={t('emptyTitle')}>{empty}</Empty>;
  return (
    <ul className={styles.list}>
      {rows.map(({ id, title, text, cohortName, author, createdAt }) => (
        <li key={id}>
          <article aria-labelledby={`announcement-${id}`} className={styles.one}>
            <h3 id={`announcement-${id}`}>{title}</h3>
            <p className={styles.by}>
              {t('by', { author, cohort: cohortName })} <LocalTime at={createdAt} />
            </p>
            <p className={styles.text}>{text}</p>
          </article>
        </li>
      ))}
    </ul>
  );
}

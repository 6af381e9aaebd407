import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { SimilarityReportsQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Section } from '@/ui/page';
import { similarityHref } from './similarity-search';
import styles from './similarity.module.css';

interface Props {
  slug: string;
  cohort: string;
  reports: SimilarityReportsQuery['similarityReports'];
  shown: string;
}

/** The other reports of the same work: what was compared when stays as it was. */
export function EarlierReports({ slug, cohort, reports, shown }: Props) {
  const t = useTranslations('similarity');
  if (reports.length < 2) return null;
  return (
    <Section id="reports" title={t('reports')} note={t('reportsNote')}>
      <ul className={styles.list}>
        {reports.map(({ id, createdAt, includesEarlier, status }) => (
          <li key={id}>
            <Link
              href={similarityHref(slug, { cohort, report: id, least: 50 })}
              aria-current={id === shown ? 'page' : undefined}
            >
              <LocalTime at={createdAt} />
            </Link>{' '}
            {t(`status.${status}`)}
            {includesEarlier && <>, {t('withEarlier')}</>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

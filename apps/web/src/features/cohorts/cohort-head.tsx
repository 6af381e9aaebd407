import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Crumbs, PageHead } from '@/ui/page';
import styles from './cohort-head.module.css';

const PAGES = {
  dates: '',
  grades: '/grades',
  analytics: '/analytics',
  announcements: '/announcements',
} as const;

interface Props {
  cohort: { slug: string; name: string };
  current: keyof typeof PAGES;
  lead: ReactNode;
  aside?: ReactNode;
}

/** Head of every page about a cohort, with the way to the others. */
export function CohortHead({ cohort, current, lead, aside }: Props) {
  const t = useTranslations('cohorts');
  return (
    <>
      <Crumbs trail={[{ label: t('title'), href: '/cohorts' }, { label: cohort.name }]} />
      <PageHead title={cohort.name} lead={lead} aside={aside} />
      <nav aria-label={t('pages')} className={styles.pages}>
        {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
          <Link
            key={page}
            href={`/cohorts/${cohort.slug}${PAGES[page]}`}
            aria-current={page === current ? 'page' : undefined}
          >
            {t(`page.${page}`)}
          </Link>
        ))}
      </nav>
    </>
  );
}

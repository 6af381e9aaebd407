import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReviewFilter } from '@/generated/graphql';
import styles from './filter-links.module.css';

const FILTERS = ['WAITING', 'MINE', 'ALL'] as const satisfies ReviewFilter[];

export function filterOf(asked: string | undefined): ReviewFilter {
  return FILTERS.find((filter) => filter === asked) ?? 'WAITING';
}

/** Which runs the queue shows; each choice has its own address. */
export function FilterLinks({ slug, current }: { slug: string; current: ReviewFilter }) {
  const t = useTranslations('reviews');
  return (
    <nav className={styles.filters} aria-label={t('show')}>
      {FILTERS.map((filter) => (
        <Link
          key={filter}
          href={`/reviews/${slug}?filter=${filter}`}
          aria-current={filter === current ? 'page' : undefined}
        >
          {t(`filter.${filter}`)}
        </Link>
      ))}
    </nav>
  );
}

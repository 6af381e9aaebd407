import { useTranslations } from 'next-intl';
import type { ReviewFilter } from '@/generated/graphql';
import { ChoiceLinks } from '@/ui/choice-links';

const FILTERS = ['WAITING', 'MINE', 'ALL'] as const satisfies ReviewFilter[];

export function filterOf(asked: string | undefined): ReviewFilter {
  return FILTERS.find((filter) => filter === asked) ?? 'WAITING';
}

/** Which runs the queue shows. */
export function FilterLinks({ slug, current }: { slug: string; current: ReviewFilter }) {
  const t = useTranslations('reviews');
  const choices = FILTERS.map((filter) => ({
    href: `/reviews/${slug}?filter=${filter}`,
    label: t(`filter.${filter}`),
    isCurrent: filter === current,
  }));
  return <ChoiceLinks label={t('show')} choices={choices} />;
}

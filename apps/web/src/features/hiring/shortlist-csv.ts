import type { useTranslations } from 'next-intl';
import type { ShortlistRowFragment } from '@/generated/graphql';
import { csvOf } from '@/ui/csv';

const COLUMNS = ['name', 'headline', 'location', 'issuer', 'results', 'note', 'since', 'address'] as const;

/** The list as CSV: points with their intervals, notes, and where the portfolio is. */
export function shortlistCsv(
  rows: readonly ShortlistRowFragment[],
  origin: string,
  t: ReturnType<typeof useTranslations<'hiring'>>,
): string {
  const lines = rows.map(({ candidate, note, createdAt }) => {
    const { id, name, headline, location, issuerName, results } = candidate;
    const points = results.map(({ assignmentTitle: title, points: value, low, high }) =>
      t('csvResult', { title, points: value, low, high }),
    );
    return [
      name,
      headline,
      location,
      issuerName,
      points.join('; '),
      note,
      createdAt.slice(0, 10),
      `${origin}/candidates/${id}`,
    ];
  });
  return csvOf([COLUMNS.map((column) => t(`csvColumn.${column}`)), ...lines]);
}

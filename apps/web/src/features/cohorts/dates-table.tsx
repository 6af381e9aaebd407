import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { DatesFieldsFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import { DatesButton } from './dates-button';

const WHEN = ['opensAt', 'dueAt', 'closesAt'] as const;

/** When each assignment opens, is due and closes for a cohort. */
export function DatesTable({ cohortId, dates }: { cohortId: string; dates: DatesFieldsFragment[] }) {
  const t = useTranslations('cohorts');
  if (dates.length === 0) return <Empty title={t('noDatesTitle')}>{t('noDatesText')}</Empty>;
  return (
    <Table label={t('dates')} narrow="abreast">
      <ColumnHeads
        titles={(['assignment', ...WHEN, 'late', 'action'] as const).map((key) => t(`column.${key}`))}
      />
      <tbody>
        {dates.map((row) => (
          <tr key={row.assignment.id}>
            <th scope="row">
              <Link href={`/assignments/${row.assignment.slug}`}>{row.assignment.title}</Link>
            </th>
            {WHEN.map((key) => (
              <td key={key} data-label={t(`column.${key}`)}>
                {row[key] ? <LocalTime at={row[key]} style="zoned" /> : t('open')}
              </td>
            ))}
            <td data-label={t('column.late')}>
              {row.latePolicy
                ? t('lateValue', { penalty: row.latePolicy.perDayPenalty, days: row.latePolicy.maxDays })
                : t('noLate')}
            </td>
            <td>
              <DatesButton cohortId={cohortId} dates={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

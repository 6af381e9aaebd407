import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { durationText } from '@/ui/units';
import type { Analytics } from './analytics.types';

const COLUMNS = [
  'assignment',
  'tried',
  'certified',
  'passed',
  'points',
  'attemptsToPass',
  'feedback',
  'review',
] as const;

/** One line of figures for each assignment. */
export function AssignmentTable({ assignments }: { assignments: Analytics['assignments'] }) {
  const t = useTranslations('analytics');
  const time = (seconds: number | null) => (seconds === null ? null : durationText(seconds * 1000));
  const none = <span className={tableStyles.quiet}>{t('none')}</span>;
  return (
    <Table label={t('assignments')} caption={t('assignmentsCaption')}>
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {assignments.map((row) => {
          const [, low, median, high] = row.quartiles ?? [];
          const feedback = time(row.feedbackSeconds);
          return (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/assignments/${row.slug}`}>{row.title}</Link>
              </th>
              {(['tried', 'certified', 'passed'] as const).map((key) => (
                <td key={key} className="num">
                  {row[key]}
                </td>
              ))}
              <td className="num">
                {median === undefined
                  ? none
                  : t('middle', { median, low: low ?? median, high: high ?? median })}
              </td>
              <td className="num">
                {row.attemptsToPass === null
                  ? none
                  : t('typicalMost', { typical: row.attemptsToPass, most: row.attemptsToPassMost ?? 0 })}
              </td>
              <td className="num">
                {feedback === null
                  ? none
                  : t('typicalSlow', { typical: feedback, slow: time(row.feedbackSecondsSlow) ?? feedback })}
              </td>
              <td className="num">{time(row.reviewSeconds) ?? none}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { ReviewItemFieldsFragment, ReviewState } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark, type Meaning } from '@/ui/mark';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';

const MEANING: Record<ReviewState, Meaning> = { NONE: 'waiting', OPEN: 'running', FINISHED: 'passed' };

/** Runs to judge, the oldest submission first. */
export function QueueTable({ items }: { items: ReviewItemFieldsFragment[] }) {
  const t = useTranslations('reviews');
  if (items.length === 0) return <Empty title={t('nothingTitle')}>{t('nothingText')}</Empty>;
  return (
    <Table label={t('queue')} narrow="stacked">
      <ColumnHeads
        titles={(['student', 'submitted', 'automatic', 'points', 'graders', 'mineState'] as const).map(
          (key) => t(`column.${key}`),
        )}
      />
      <tbody>
        {items.map((item) => (
          <tr key={item.runId}>
            <th scope="row">
              <Link href={`/reviews/runs/${item.runId}`}>{item.student}</Link>
            </th>
            <td data-label={t('column.submitted')}>
              <LocalTime at={item.submittedAt} />
            </td>
            <td data-label={t('column.automatic')}>{t('pointsValue', { value: item.automatic })}</td>
            <td data-label={t('column.points')}>{t('pointsValue', { value: item.points })}</td>
            <td data-label={t('column.graders')}>
              {item.graders.length > 0 ? item.graders.join(', ') : t('nobody')}
            </td>
            <td data-label={t('column.mineState')}>
              <Mark meaning={MEANING[item.mine]}>{t(`state.${item.mine}`)}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

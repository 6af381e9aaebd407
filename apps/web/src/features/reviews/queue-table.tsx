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
    <Table label={t('queue')}>
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
            <td>
              <LocalTime at={item.submittedAt} />
            </td>
            <td>{t('pointsValue', { value: item.automatic })}</td>
            <td>{t('pointsValue', { value: item.points })}</td>
            <td>{item.graders.length > 0 ? item.graders.join(', ') : t('nobody')}</td>
            <td>
              <Mark meaning={MEANING[item.mine]}>{t(`state.${item.mine}`)}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

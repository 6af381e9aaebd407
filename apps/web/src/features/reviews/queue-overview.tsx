import { Progress } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { ReviewQueuesQuery } from '@/generated/graphql';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';

/** Assignments that people judge, and how far they are. */
export function QueueOverview({ queues }: { queues: ReviewQueuesQuery['reviewQueues'] }) {
  const t = useTranslations('reviews');
  if (queues.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <Table label={t('title')} narrow="stacked">
      <ColumnHeads
        titles={(['assignment', 'finished', 'mine', 'policy'] as const).map((key) => t(`column.${key}`))}
      />
      <tbody>
        {queues.map(({ assignment, total, finished, mine, policy }) => (
          <tr key={assignment.id}>
            <th scope="row">
              <Link href={`/reviews/${assignment.slug}`}>{assignment.title}</Link>
            </th>
            <td data-label={t('column.finished')}>
              {t('progress', { finished, total })}
              <Progress
                value={(100 * finished) / Math.max(1, total)}
                aria-label={t('progress', { finished, total })}
                mt={4}
                w={160}
              />
            </td>
            <td data-label={t('column.mine')}>{mine}</td>
            <td data-label={t('column.policy')}>
              {[
                t('graders', { count: policy.gradersPerRun }),
                policy.isAnonymous && t('anonymous'),
                policy.isHeld && t('held'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

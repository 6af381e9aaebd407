import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { OpenRegradeFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table } from '@/ui/table';
import styles from './regrades.module.css';

const COLUMNS = ['student', 'assignment', 'asked', 'last', 'turn'] as const;

/** Requests that nobody has decided yet, the oldest first, and whose turn it is to write. */
export function OpenRequests({ requests }: { requests: OpenRegradeFragment[] }) {
  const t = useTranslations('regrade');
  return (
    <Table label={t('open')} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {requests.map(({ id, runId, createdAt, assignment, messages }) => {
          const last = messages.at(-1);
          return (
            <tr key={id}>
              <th scope="row">
                <Link href={`/runs/${runId}/score#regrade`}>{messages[0]?.author}</Link>
              </th>
              <td data-label={t('column.assignment')}>{assignment.title}</td>
              <td data-label={t('column.asked')}>
                <LocalTime at={createdAt} />
              </td>
              <td data-label={t('column.last')}>
                <span className={styles.excerpt}>{last?.text}</span>
              </td>
              <td data-label={t('column.turn')}>
                <Mark meaning={last?.isFromStudent ? 'attention' : 'waiting'}>
                  {t(last?.isFromStudent ? 'turn.staff' : 'turn.student')}
                </Mark>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { reasonKey } from '@/features/runs/reason-key';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import type { Analytics } from './analytics.types';
import styles from './analytics.module.css';

const COLUMNS = ['assignment', 'phase', 'message', 'attempts', 'students'] as const;

/** What attempts fail of most. */
export function FailureTable({ failures }: { failures: Analytics['failures'] }) {
  const t = useTranslations('analytics');
  const phases = useTranslations('phase');
  const errors = useTranslations('run.error.title');
  if (failures.length === 0) return <Empty title={t('noFailuresTitle')}>{t('noFailuresText')}</Empty>;
  return (
    <Table label={t('failures')}>
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {failures.map(({ assignmentSlug, assignmentTitle, phase, reason, message, attempts, students }) => (
          <tr key={`${assignmentSlug}-${phase ?? ''}-${reason}-${message}`}>
            <th scope="row">
              <Link href={`/assignments/${assignmentSlug}`}>{assignmentTitle}</Link>
            </th>
            <td>{phase ? phases(phase) : t('none')}</td>
            <td className={styles.message}>
              <span>{errors(reasonKey(reason))}</span>
              <span>{message}</span>
            </td>
            <td className="num">{attempts}</td>
            <td className="num">{students}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

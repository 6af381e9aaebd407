import { useTranslations } from 'next-intl';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import type { Analytics } from './analytics.types';
import styles from './analytics.module.css';

/** Who may need somebody, with every reason and since when it holds. */
export function RiskTable({ students }: { students: Analytics['atRisk'] }) {
  const t = useTranslations('analytics');
  if (students.length === 0) return <Empty title={t('noRiskTitle')}>{t('noRiskText')}</Empty>;
  return (
    <Table label={t('atRisk')}>
      <ColumnHeads titles={[t('column.student'), t('column.why')]} />
      <tbody>
        {students.map(({ studentId, name, risks }) => (
          <tr key={studentId}>
            <th scope="row">{name}</th>
            <td>
              <ul className={styles.reasons}>
                {risks.map(({ reason, assignmentTitle, since }) => (
                  <li key={`${reason}-${assignmentTitle ?? ''}`}>
                    <Mark meaning="attention">
                      {t(`risk.${reason}`, { title: assignmentTitle ?? '' })}{' '}
                      <span className={styles.since}>
                        {t('since')} <LocalTime at={since} style="date" />
                      </span>
                    </Mark>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

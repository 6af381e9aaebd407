import { useTranslations } from 'next-intl';
import type { RosterReportRow, RosterResult } from '@holdout/domain';
import { Mark, type Meaning } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

const MOST_SHOWN = 100;
const MEANING: Record<RosterResult, Meaning> = { REFUSED: 'failed', INVITED: 'passed', UNCHANGED: 'neutral' };
const ORDER: RosterResult[] = ['REFUSED', 'INVITED', 'UNCHANGED'];
const COLUMNS = ['line', 'email', 'role', 'cohort', 'result'] as const;

/** What becomes of each row; those that are refused first. */
export function RosterTable({ rows }: { rows: RosterReportRow[] }) {
  const t = useTranslations('roster');
  const roles = useTranslations('roles');
  const shown = ORDER.flatMap((result) => rows.filter((row) => row.result === result)).slice(0, MOST_SHOWN);
  return (
    <Table
      label={t('rows')}
      caption={rows.length > MOST_SHOWN && t('more', { shown: MOST_SHOWN, rows: rows.length })}
    >
      <ColumnHeads titles={COLUMNS.map((key) => t(key))} />
      <tbody>
        {shown.map((row) => (
          <tr key={row.line}>
            <td className={tableStyles.right}>{row.line}</td>
            <th scope="row">{row.email}</th>
            <td>{roles(row.role)}</td>
            <td>{row.cohort}</td>
            <td>
              <Mark meaning={MEANING[row.result]}>{row.problem ?? t(`results.${row.result}`)}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

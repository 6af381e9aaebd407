import { useTranslations } from 'next-intl';
import type { Role, RosterReportRow, RosterResult } from '@holdout/domain';
import { Mark, type Meaning } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

const MOST_SHOWN = 100;
const MEANING: Record<RosterResult, Meaning> = {
  REFUSED: 'failed',
  INVITED: 'passed',
  PLACED: 'passed',
  UNCHANGED: 'neutral',
};
const ORDER: RosterResult[] = ['REFUSED', 'INVITED', 'PLACED', 'UNCHANGED'];
const COLUMNS = ['email', 'line', 'role', 'cohort', 'result'] as const;

/** What becomes of each row; those that are refused first. */
export function RosterTable({ rows }: { rows: RosterReportRow[] }) {
  const t = useTranslations('roster');
  const roles = useTranslations('roles');
  const resultOf = ({ result, problem, rolesHere }: RosterReportRow) => {
    if (problem !== null) return problem;
    const isNews = rolesHere.length > 0 && (result === 'UNCHANGED' || result === 'INVITED');
    if (!isNews) return t(`results.${result}`);
    const had = rolesHere.map((role: Role) => roles(role)).join(', ');
    return t(result === 'INVITED' ? 'invitedMember' : 'isMember', { roles: had });
  };
  const shown = ORDER.flatMap((result) => rows.filter((row) => row.result === result)).slice(0, MOST_SHOWN);
  return (
    <Table
      label={t('rows')}
      narrow="stacked"
      caption={rows.length > MOST_SHOWN && t('more', { shown: MOST_SHOWN, rows: rows.length })}
    >
      <ColumnHeads titles={COLUMNS.map((key) => t(key))} numbers={[t('line')]} />
      <tbody>
        {shown.map((row) => (
          <tr key={row.line}>
            <th scope="row">{row.email}</th>
            <td data-label={t('line')} className={tableStyles.right}>
              {row.line}
            </td>
            <td data-label={t('role')}>{roles(row.role)}</td>
            <td data-label={t('cohort')}>{row.cohort}</td>
            <td data-label={t('result')}>
              <Mark meaning={MEANING[row.result]}>{resultOf(row)}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

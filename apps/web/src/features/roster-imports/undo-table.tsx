import { ROSTER_UNDOES } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import type { RosterUndoQuery } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

const COLUMNS = ['person', 'line', 'role', 'cohort'] as const;

interface Props {
  rows: RosterUndoQuery['rosterUndo']['rows'];
  /** Then it has become so; else it would. */
  isUndone: boolean;
}

/** What becomes of each row of an import that changed something, when it is undone. */
export function UndoTable({ rows, isUndone }: Props) {
  const t = useTranslations('rosterImports');
  const roles = useTranslations('roles');
  const changed = isUndone ? 'passed' : 'attention';
  const effects = t(isUndone ? 'row.became' : 'row.effect');
  return (
    <Table label={t('rows')} narrow="stacked">
      <ColumnHeads titles={[...COLUMNS.map((key) => t(`row.${key}`)), effects]} />
      <tbody>
        {rows.map(({ line, person, role, cohortName, effect }) => (
          <tr key={line}>
            <th scope="row">{person ?? t('nobodyKept', { line })}</th>
            <td data-label={t('row.line')} className={tableStyles.right}>
              {line}
            </td>
            <td data-label={t('row.role')}>{roles(role)}</td>
            <td data-label={t('row.cohort')}>{cohortName}</td>
            <td data-label={effects}>
              <Mark meaning={ROSTER_UNDOES.includes(effect) ? changed : 'neutral'}>
                {t(`effect.${effect}`)}
              </Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

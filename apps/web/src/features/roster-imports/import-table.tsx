import { useTranslations } from 'next-intl';
import type { RosterImportFieldsFragment } from '@/generated/graphql';
import { Link } from '@/ui/link';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { ImportState } from './import-state';
import styles from './import-table.module.css';

const COLUMNS = [
  'name',
  'importedAt',
  'importedBy',
  'invited',
  'placed',
  'unchanged',
  'refused',
  'state',
] as const;
const COUNTS = ['invited', 'placed', 'unchanged', 'refused'] as const;

/** Rosters that were imported, the newest first; each leads to what undoing it would do. */
export function ImportTable({ imports }: { imports: RosterImportFieldsFragment[] }) {
  const t = useTranslations('rosterImports');
  return (
    <Table label={t('title')} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {imports.map((roster) => (
          <tr key={roster.id}>
            <th scope="row">
              <Link href={`/people/imports/${roster.id}`} className={styles.name}>
                {roster.name}
              </Link>
              <div className={tableStyles.quiet}>{t(`source.${roster.source}`)}</div>
            </th>
            <td data-label={t('column.importedAt')}>
              <LocalTime at={roster.importedAt} />
            </td>
            <td data-label={t('column.importedBy')}>{roster.importedBy}</td>
            {COUNTS.map((key) => (
              <td key={key} data-label={t(`column.${key}`)} className={tableStyles.right}>
                {t('count', { rows: roster[key] })}
              </td>
            ))}
            <td data-label={t('column.state')}>
              <ImportState roster={roster} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

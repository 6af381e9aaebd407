import { useTranslations } from 'next-intl';
import type { ImpersonationsQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table } from '@/ui/table';

const COLUMNS = ['admin', 'reason', 'from', 'until'] as const;

/** Which admins looked at the pages as the reader sees them, and why. */
export function ImpersonationList({ rows }: { rows: ImpersonationsQuery['impersonations'] }) {
  const t = useTranslations('impersonation');
  if (rows.length === 0) return <p>{t('none')}</p>;
  return (
    <Table label={t('title')} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((column) => t(`column.${column}`))} />
      <tbody>
        {rows.map(({ id, adminName, reason, startedAt, until }) => (
          <tr key={id}>
            <th scope="row">{adminName}</th>
            <td data-label={t('column.reason')}>{reason}</td>
            <td data-label={t('column.from')}>
              <LocalTime at={startedAt} />
            </td>
            <td data-label={t('column.until')}>
              <LocalTime at={until} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

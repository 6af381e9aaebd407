import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import { metricText } from '@/ui/units';
import type { Analytics } from './analytics.types';

const COLUMNS = ['assignment', 'rows', 'metric', 'slice', 'overall', 'worse', 'students'] as const;

/** Groups of rows on which nearly every student does worse than on the rest. */
export function WeakSliceTable({ slices }: { slices: Analytics['weakSlices'] }) {
  const t = useTranslations('analytics');
  if (slices.length === 0) return <Empty title={t('noSlicesTitle')}>{t('noSlicesText')}</Empty>;
  return (
    <Table label={t('weakSlices')} caption={t('weakSlicesCaption')}>
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {slices.map((row) => (
          <tr key={`${row.assignmentSlug}-${row.attribute}-${row.group}-${row.metric}`}>
            <th scope="row">
              <Link href={`/assignments/${row.assignmentSlug}`}>{row.assignmentTitle}</Link>
            </th>
            <td>{t('rowsOf', { attribute: row.attribute, group: row.group })}</td>
            <td>{row.metric}</td>
            <td className="num">{metricText(row.slice)}</td>
            <td className="num">{metricText(row.overall)}</td>
            <td className="num">{t('worse', { share: row.shareWorse, clearly: row.shareClearlyWorse })}</td>
            <td className="num">{row.students}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import type { Pair } from './similarity.types';
import { StudentName } from './student-name';

const COLUMNS = ['similarity', 'left', 'right', 'lines', 'look'] as const;

/** Pairs of students, most similar first, each with the way to their works side by side. */
export function PairTable({ pairs, slug }: { pairs: readonly Pair[]; slug: string }) {
  const t = useTranslations('similarity');
  if (pairs.length === 0) return <Empty title={t('noPairsTitle')}>{t('noPairsText')}</Empty>;
  return (
    <Table label={t('pairs')} caption={t('pairsCaption')}>
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {pairs.map(({ id, left, right, similarity, leftShare, rightShare, matchedLines }) => (
          <tr key={id} data-testid="similarity-pair">
            <td className="num">{t('percent', { share: similarity })}</td>
            <th scope="row">
              <StudentName student={left} /> {t('shareOf', { share: leftShare })}
            </th>
            <td>
              <StudentName student={right} /> {t('shareOf', { share: rightShare })}
            </td>
            <td className="num">{matchedLines}</td>
            <td>
              <Link
                href={`/assignments/${slug}/similarity/${id}`}
                aria-label={t('sideBySideOf', { left: left.name, right: right.name })}
              >
                {t('sideBySide')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

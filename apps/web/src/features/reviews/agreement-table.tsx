import { useTranslations } from 'next-intl';
import type { ReviewSettingsQuery } from '@/generated/graphql';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';

/** How far two graders agree, criterion by criterion. */
export function AgreementTable({ rows }: { rows: ReviewSettingsQuery['reviewAgreement'] }) {
  const t = useTranslations('reviews');
  if (rows.length === 0) return <Empty title={t('noAgreementTitle')}>{t('noAgreementText')}</Empty>;
  return (
    <Table label={t('agreement')}>
      <ColumnHeads
        titles={(['criterion', 'both', 'observed', 'kappa'] as const).map((key) => t(`column.${key}`))}
      />
      <tbody>
        {rows.map(({ criterionKey, title, n, observed, kappa }) => (
          <tr key={criterionKey}>
            <th scope="row">{title}</th>
            <td>{n}</td>
            <td>{t('share01', { value: observed })}</td>
            <td>{kappa === null ? t('noKappa') : t('kappaValue', { value: kappa })}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

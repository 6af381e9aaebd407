import { useTranslations } from 'next-intl';
import { ColumnHeads, Table } from '@/ui/table';
import { metricText } from '@/ui/units';
import type { DraftImport } from './draft.types';

type Trial = NonNullable<NonNullable<DraftImport['report']>['trial']>;

/** What the naive reference got: what the scorer measured first, then what the template does. */
export function TrialTable({ trial }: { trial: Trial }) {
  const t = useTranslations('drafts.scorer');
  const rows = [...trial.filter(({ isOwn }) => isOwn), ...trial.filter(({ isOwn }) => !isOwn)];
  return (
    <Table label={t('found')} caption={t('foundNote')}>
      <ColumnHeads titles={[t('head.label'), t('head.value'), t('head.interval'), t('head.measuredBy')]} />
      <tbody>
        {rows.map(({ metric, label, unit, value, low, high, isOwn }) => (
          <tr key={metric}>
            <th scope="row">{label}</th>
            <td className="num">
              {metricText(value)} {unit}
            </td>
            <td className="num">{t('interval', { low: metricText(low), high: metricText(high) })}</td>
            <td>{t(isOwn ? 'byOwn' : 'byTemplate')}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

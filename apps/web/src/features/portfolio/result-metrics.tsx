import { useTranslations } from 'next-intl';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import { ColumnHeads, Table } from '@/ui/table';
import { metricText } from '@/ui/units';

type Shown = ShownPortfolioFragment['results'][number];

/** Metrics on hidden rows, each with its interval and the direction that is better. */
export function ResultMetrics({ title, metrics }: { title: string; metrics: Shown['metrics'] }) {
  const t = useTranslations('published');
  const score = useTranslations('score');
  return (
    <Table label={t('metrics', { title })} narrow="abreast">
      <ColumnHeads titles={[t('metric'), t('value'), t('interval')]} />
      <tbody>
        {metrics.map(({ name, label, value, low, high, unit, direction }) => (
          <tr key={name}>
            <th scope="row">
              {label} ({[score(`direction.${direction}`), unit].filter(Boolean).join(', ')})
            </th>
            <td data-label={t('value')} className="num">
              {metricText(value)}
            </td>
            <td data-label={t('interval')} className="num">
              {score('range', { low: metricText(low), high: metricText(high) })}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

import { useTranslations } from 'next-intl';
import { Table, tableStyles } from '@/ui/table';
import { metricText } from '@/ui/units';
import { MetricScale } from './metric-scale';
import type { ScoredRun } from './score.types';
import styles from './metric-table.module.css';

interface Props {
  metrics: ScoredRun['metrics'];
  references: NonNullable<ScoredRun['assignment']['version']>['metrics'];
}

/** Every metric with its interval, beside the naive, simple and strong reference. */
export function MetricTable({ metrics, references }: Props) {
  const t = useTranslations('score');
  const reference = (name: string) => references.find((known) => known.name === name);
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? t('none') : metricText(value);
  return (
    <Table label={t('metrics')} narrow="abreast" caption={t('metricsCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('metric')}</th>
          <th scope="col" className={tableStyles.right}>
            {t('you')}
          </th>
          <th scope="col">{t('interval')}</th>
          <th scope="col" className={styles.scale}>
            {t('place')}
          </th>
          {(['naive', 'simple', 'strong'] as const).map((key) => (
            <th key={key} scope="col" className={tableStyles.right}>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => {
          const known = reference(metric.name);
          return (
            <tr key={`${metric.name}-${metric.split}`}>
              <th scope="row" className={styles.name}>
                {metric.label}
                <span>
                  {t(`direction.${metric.direction}`)}
                  {metric.unit && <> · {metric.unit}</>}
                  {!metric.isGraded && <> · {t('shownOnly')}</>}
                </span>
              </th>
              <td data-label={t('you')} className={`${tableStyles.right} num`}>
                <strong>{metricText(metric.value)}</strong>
              </td>
              <td data-label={t('interval')} className="num">
                {t('range', { low: metricText(metric.low), high: metricText(metric.high) })}
              </td>
              <td className={styles.scale}>
                <MetricScale
                  metric={metric}
                  naive={known?.naive ?? null}
                  simple={known?.simple ?? null}
                  strong={known?.strong ?? null}
                />
              </td>
              {(['naive', 'simple', 'strong'] as const).map((key) => (
                <td key={key} data-label={t(key)} className={`${tableStyles.right} ${tableStyles.quiet} num`}>
                  {cell(known?.[key])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

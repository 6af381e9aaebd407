import { useTranslations } from 'next-intl';
import { Table, tableStyles } from '@/ui/table';
import { metricText } from '@/ui/units';
import type { Score, ScoredRun } from './score.types';
import styles from './slice-table.module.css';

// Measured by group only, so the run's metrics do not name them.
const OWN_NAMES = ['outcomeRate', 'refusalRate', 'truePositiveRate', 'falsePositiveRate'] as const;

/** The same metrics, group by group. */
export function SliceTable({ slices, metrics }: { slices: Score['slices']; metrics: ScoredRun['metrics'] }) {
  const t = useTranslations('score');
  const names = [...new Set(slices.flatMap((slice) => slice.metrics.map(({ name }) => name)))];
  const label = (name: string) => {
    const own = OWN_NAMES.find((known) => known === name);
    return metrics.find((metric) => metric.name === name)?.label ?? (own ? t(`sliceMetric.${own}`) : name);
  };
  return (
    <Table label={t('slices')} narrow="abreast" caption={t('slicesCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('group')}</th>
          <th scope="col" className={tableStyles.right}>
            {t('rows')}
          </th>
          <th scope="col" className={tableStyles.right}>
            {t('positives')}
          </th>
          {names.map((name) => (
            <th key={name} scope="col" className={styles.metric}>
              {label(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slices.map((slice) => (
          <tr key={`${slice.attribute}-${slice.group}`}>
            <th scope="row">
              <span className={styles.attribute}>{slice.attribute}</span> {slice.group}
            </th>
            <td data-label={t('rows')} className={`${tableStyles.right} num`}>
              {slice.n}
            </td>
            <td data-label={t('positives')} className={`${tableStyles.right} num`}>
              {slice.positives}
            </td>
            {names.map((name) => {
              const metric = slice.metrics.find((known) => known.name === name);
              return (
                <td key={name} data-label={label(name)} className="num">
                  {metric ? (
                    <>
                      {metricText(metric.value)}
                      <span className={styles.range}>
                        {t('range', { low: metricText(metric.low), high: metricText(metric.high) })}
                      </span>
                    </>
                  ) : (
                    t('none')
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

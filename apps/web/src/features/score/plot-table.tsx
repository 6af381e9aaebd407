import { useTranslations } from 'next-intl';
import { Table } from '@/ui/table';
import { metricText } from '@/ui/units';
import type { Plot } from './score.types';
import styles from './plot-grid.module.css';

/** The numbers of a plot. */
export function PlotTable({ plot }: { plot: Plot }) {
  const t = useTranslations('score');
  return (
    <div className={styles.table}>
      <Table label={t('dataOf', { title: plot.title })}>
        <thead>
          <tr>
            <th scope="col">{t('series')}</th>
            <th scope="col">{plot.xLabel}</th>
            <th scope="col">{plot.yLabel}</th>
            <th scope="col">{t('interval')}</th>
            <th scope="col">{t('rows')}</th>
          </tr>
        </thead>
        <tbody>
          {plot.series.flatMap((series) =>
            series.points.map((point, index) => (
              <tr key={`${series.name}-${index}`}>
                <th scope="row">{series.name}</th>
                <td className="num">{point.label ?? (point.x === null ? '' : metricText(point.x))}</td>
                <td className="num">{metricText(point.y)}</td>
                <td className="num">
                  {point.low !== null && point.high !== null
                    ? t('range', { low: metricText(point.low), high: metricText(point.high) })
                    : ''}
                </td>
                <td className="num">{point.n ?? ''}</td>
              </tr>
            )),
          )}
        </tbody>
      </Table>
    </div>
  );
}

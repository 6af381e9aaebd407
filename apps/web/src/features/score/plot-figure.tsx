'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Block } from '@/ui/skeleton';
import { Table } from '@/ui/table';
import { metricText } from '@/ui/units';
import { barPlotHeight } from './plot-data';
import { styleOf } from './plot-style';
import type { Plot } from './score.types';
import styles from './plot-grid.module.css';

const Loading = () => <Block height="100%" />;
// Charts are below the fold and heavy: they arrive after the page stands, into a box of the same size.
const LinePlot = dynamic(() => import('./line-plot').then((module) => module.LinePlot), {
  ssr: false,
  loading: Loading,
});
const BarPlot = dynamic(() => import('./bar-plot').then((module) => module.BarPlot), {
  ssr: false,
  loading: Loading,
});

/** One plot with its legend and, on demand, its numbers as a table. */
export function PlotFigure({ plot }: { plot: Plot }) {
  const t = useTranslations('score');
  return (
    <figure className={plot.kind === 'bar' ? styles.wide : styles.figure} data-testid={`plot-${plot.key}`}>
      <figcaption>
        <p className={styles.title}>{plot.title}</p>
        <p className={styles.axis}>{t('axes', { x: plot.xLabel, y: plot.yLabel })}</p>
      </figcaption>
      <div
        className={styles.canvas}
        style={plot.kind === 'bar' ? { height: barPlotHeight(plot.series) } : undefined}
        aria-hidden
      >
        {plot.kind === 'bar' ? <BarPlot plot={plot} /> : <LinePlot plot={plot} />}
      </div>
      <ul className={styles.legend}>
        {plot.series.map((series, index) => {
          const look = styleOf(series.role, plot.series, index);
          return (
            <li key={series.name}>
              <svg width="18" height="8" aria-hidden>
                <line
                  x1="0"
                  x2="18"
                  y1="4"
                  y2="4"
                  stroke={look.color}
                  strokeWidth={look.width + 0.5}
                  strokeDasharray={look.dash}
                />
              </svg>
              {series.name}
            </li>
          );
        })}
      </ul>
      {plot.note && <p className={styles.note}>{plot.note}</p>}
      <details className={styles.data}>
        <summary>{t('showData')}</summary>
        <div>
          <PlotData plot={plot} />
        </div>
      </details>
    </figure>
  );
}

function PlotData({ plot }: { plot: Plot }) {
  const t = useTranslations('score');
  return (
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
  );
}

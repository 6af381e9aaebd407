import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { Plot } from './score.types';
import styles from './heatmap-plot.module.css';

/** Shares by row and column, each written in its cell; mistakes of the public sample with a picture. It is its own data table. */
export function HeatmapPlot({ plot }: { plot: Plot }) {
  const t = useTranslations('score');
  const columns = plot.series[0]?.points.map(({ label, x }) => label ?? String(x)) ?? [];
  return (
    <div className={styles.scroll} role="region" aria-label={t('dataOf', { title: plot.title })} tabIndex={0}>
      <table className={styles.heatmap}>
        <thead>
          <tr>
            <th scope="col">{t('heatCorner', { row: plot.yLabel, column: plot.xLabel })}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plot.series.map(({ name, points }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {points.map(({ label, x, y, image }) => {
                const column = label ?? String(x);
                return (
                  <td
                    key={column}
                    style={{ '--share': y } as CSSProperties}
                    data-same={column === name}
                    data-quiet={y < 0.005}
                  >
                    {image && (
                      <img
                        src={image}
                        width={28}
                        height={28}
                        alt={t('mistake', { taken: column, is: name })}
                      />
                    )}
                    {t('heatShare', { share: y })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

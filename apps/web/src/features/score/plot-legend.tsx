import { styleOf } from './plot-style';
import type { Plot } from './score.types';
import styles from './plot-grid.module.css';

/** Names of the series beside the line or the shade they are drawn with. */
export function PlotLegend({ series }: { series: Plot['series'] }) {
  return (
    <ul className={styles.legend}>
      {series.map(({ name, role }, index) => {
        const look = styleOf(role, series, index);
        return (
          <li key={name}>
            <svg width="18" height="8" aria-hidden>
              {role === 'band' ? (
                <rect width="18" height="8" fill={look.color} fillOpacity="0.3" />
              ) : (
                <line
                  x1="0"
                  x2="18"
                  y1="4"
                  y2="4"
                  stroke={look.color}
                  strokeWidth={look.width + 0.5}
                  strokeDasharray={look.dash}
                />
              )}
            </svg>
            {name}
          </li>
        );
      })}
    </ul>
  );
}

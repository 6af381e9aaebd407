import { useTranslations } from 'next-intl';
import { PlotFigure } from './plot-figure';
import type { Score } from './score.types';
import styles from './plot-grid.module.css';

/** Plots two abreast, hidden rows first, then those of the public sample. */
export function PlotGrid({ plots }: { plots: Score['plots'] }) {
  const t = useTranslations('score');
  const hidden = plots.filter(({ source }) => source !== 'SAMPLE');
  const sample = plots.filter(({ source }) => source === 'SAMPLE');
  return (
    <>
      <div className={styles.grid}>
        {hidden.map((plot) => (
          <PlotFigure key={plot.key} plot={plot} />
        ))}
      </div>
      {sample.length > 0 && (
        <details className={styles.sample}>
          <summary>{t('samplePlots', { count: sample.length })}</summary>
          <div className={styles.grid}>
            {sample.map((plot) => (
              <PlotFigure key={plot.key} plot={plot} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

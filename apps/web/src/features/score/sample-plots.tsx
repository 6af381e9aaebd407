'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlotFigure } from './plot-figure';
import type { Plot } from './score.types';
import styles from './plot-grid.module.css';

/** What the public sample repeats, folded away: nothing of it is made before it is opened. */
export function SamplePlots({ plots, isForPrint }: { plots: Plot[]; isForPrint: boolean }) {
  const t = useTranslations('score');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.sample} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('samplePlots', { count: plots.length })}</summary>
      {isOpen && (
        <div className={styles.grid}>
          {plots.map((plot) => (
            <PlotFigure key={plot.key} plot={plot} isForPrint={isForPrint} />
          ))}
        </div>
      )}
    </details>
  );
}

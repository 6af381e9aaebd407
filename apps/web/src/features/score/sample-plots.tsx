'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { unpackPlots } from './packed-plots';
import { PlotFigure } from './plot-figure';
import styles from './plot-grid.module.css';

interface Props {
  count: number;
  packed: string;
  isForPrint: boolean;
}

/** What the public sample repeats, folded away: nothing of it is made before it is opened. */
export function SamplePlots({ count, packed, isForPrint }: Props) {
  const t = useTranslations('score');
  const [isOpen, setOpen] = useState(false);
  const plots = useMemo(() => (isOpen ? unpackPlots(packed) : []), [isOpen, packed]);
  return (
    <details className={styles.sample} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('samplePlots', { count })}</summary>
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

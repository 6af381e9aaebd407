'use client';

import { useTranslations } from 'next-intl';
import { PlotFigure } from '@/features/score/plot-figure';
import styles from './similarity.module.css';

/** How many pairs of students are how similar. */
export function SimilarityPlot({ histogram }: { histogram: readonly number[] }) {
  const t = useTranslations('similarity');
  const step = 100 / Math.max(1, histogram.length);
  return (
    <div className={styles.plot}>
      <PlotFigure
        plot={{
          key: 'similarity',
          title: t('histogram'),
          kind: 'bar',
          source: 'HIDDEN_AGGREGATED',
          xLabel: t('similarityAxis'),
          yLabel: t('pairsAxis'),
          xDomain: null,
          yDomain: null,
          drawing: null,
          note: t('histogramNote', { step }),
          series: [
            {
              name: t('pairsAxis'),
              role: 'student',
              points: histogram.map((count, index) => ({
                x: index * step,
                label: String(index * step),
                y: count,
                low: null,
                high: null,
                n: null,
                image: null,
              })),
            },
          ],
        }}
      />
    </div>
  );
}

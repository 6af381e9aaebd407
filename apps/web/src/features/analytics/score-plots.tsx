'use client';

import { useTranslations } from 'next-intl';
import { PlotGroupFigure } from '@/features/score/plot-group';
import type { Plot } from '@/features/score/score.types';
import { Empty } from '@/ui/page';
import type { Analytics } from './analytics.types';

const BIN = 10;

/** How the best certifications are spread, one assignment at a time. */
export function ScorePlots({ assignments }: { assignments: Analytics['assignments'] }) {
  const t = useTranslations('analytics');
  const plots = assignments
    .filter(({ certified }) => certified > 0)
    .map(({ slug, title, histogram }): Plot => ({
      key: `points-${slug}`,
      title,
      kind: 'bar',
      source: 'HIDDEN_AGGREGATED',
      xLabel: t('pointsFrom'),
      yLabel: t('studentCount'),
      xDomain: null,
      yDomain: null,
      drawing: null,
      note: t('binNote'),
      series: [
        {
          name: t('studentCount'),
          role: 'student',
          points: histogram.map((count, index) => ({
            x: index * BIN,
            label: String(index * BIN),
            y: count,
            low: null,
            high: null,
            n: null,
            image: null,
          })),
        },
      ],
    }));
  if (plots.length === 0) return <Empty title={t('noScoresTitle')}>{t('noScoresText')}</Empty>;
  return <PlotGroupFigure plots={plots} />;
}

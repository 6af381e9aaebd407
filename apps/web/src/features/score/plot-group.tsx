'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlotFigure } from './plot-figure';
import { subjectOf } from './plot-groups';
import type { Plot } from './score.types';

/** Plots that are alike, one at a time. */
export function PlotGroupFigure({ plots, isForPrint = false }: { plots: Plot[]; isForPrint?: boolean }) {
  const t = useTranslations('score');
  const [key, setKey] = useState(plots[0]?.key);
  const plot = plots.find((known) => known.key === key) ?? plots[0];
  if (!plot) return null;
  if (plots.length === 1) return <PlotFigure plot={plot} isForPrint={isForPrint} />;
  return (
    <PlotFigure
      plot={plot}
      isForPrint={isForPrint}
      chooser={
        <NativeSelect
          size="xs"
          aria-label={t('choosePlot')}
          data={plots.map(({ key: value, title }) => ({ value, label: subjectOf(title) }))}
          value={plot.key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      }
    />
  );
}

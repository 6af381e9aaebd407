'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlotFigure } from './plot-figure';
import type { Plot } from './score.types';

// Most scores have no two plots that are alike.
const PlotChooser = dynamic(() => import('./plot-chooser').then((module) => module.PlotChooser));

/** Plots that are alike, one at a time. */
export function PlotGroupFigure({ plots, isForPrint = false }: { plots: Plot[]; isForPrint?: boolean }) {
  const [key, setKey] = useState(plots[0]?.key);
  const plot = plots.find((known) => known.key === key) ?? plots[0];
  if (!plot) return null;
  return (
    <PlotFigure
      plot={plot}
      isForPrint={isForPrint}
      chooser={plots.length > 1 && <PlotChooser plots={plots} chosen={plot.key} onChoose={setKey} />}
    />
  );
}

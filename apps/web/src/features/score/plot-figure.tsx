'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState, type ReactNode } from 'react';
import { useNear } from '@/lib/use-near';
import { Block } from '@/ui/skeleton';
import { barPlotHeight, hasNumberedBars } from './plot-data';
import { PlotDownloads } from './plot-downloads';
import { PlotLegend } from './plot-legend';
import { PlotTable } from './plot-table';
import type { Plot } from './score.types';
import styles from './plot-grid.module.css';

const Loading = () => <Block height="100%" />;
// Charts are below the fold and heavy, so they are loaded when the reader comes near, into a box of their final size.
const LinePlot = dynamic(() => import('./line-plot').then((module) => module.LinePlot), {
  ssr: false,
  loading: Loading,
});
const BarPlot = dynamic(() => import('./bar-plot').then((module) => module.BarPlot), {
  ssr: false,
  loading: Loading,
});
const ColumnPlot = dynamic(() => import('./column-plot').then((module) => module.ColumnPlot), {
  ssr: false,
  loading: Loading,
});
const GraphPlot = dynamic(() => import('./graph-plot').then((module) => module.GraphPlot));
const HeatmapPlot = dynamic(() => import('./heatmap-plot').then((module) => module.HeatmapPlot));

interface Props {
  plot: Plot;
  /** Picks among plots of a group. */
  chooser?: ReactNode;
  /** Draws at once, without waiting for the reader to come near, for pages that are printed. */
  isForPrint?: boolean;
}

/** One plot with its legend, its numbers as a table on demand, and both as files. */
export function PlotFigure({ plot, chooser, isForPrint = false }: Props) {
  const t = useTranslations('score');
  const canvas = useRef<HTMLDivElement>(null);
  const isNear = useNear(canvas);
  const [isTableOpen, setTableOpen] = useState(false);
  const isGroups = plot.kind === 'bar' && !hasNumberedBars(plot.series);
  const isHeatmap = plot.kind === 'heatmap';
  return (
    <figure className={isGroups || isHeatmap ? styles.wide : styles.figure} data-testid={`plot-${plot.key}`}>
      <figcaption className={styles.head}>
        <div>
          <p className={styles.title}>{plot.title}</p>
          <p className={styles.axis}>{t('axes', { x: plot.xLabel, y: plot.yLabel })}</p>
        </div>
        {chooser}
      </figcaption>
      {isHeatmap ? (
        <HeatmapPlot plot={plot} />
      ) : (
        <div
          ref={canvas}
          className={styles.canvas}
          style={isGroups ? { height: barPlotHeight(plot.series) } : undefined}
          aria-hidden
        >
          {isNear || isForPrint ? <Drawing plot={plot} isGroups={isGroups} /> : <Loading />}
        </div>
      )}
      {!isHeatmap && plot.kind !== 'graph' && <PlotLegend series={plot.series} />}
      {plot.note && <p className={styles.note}>{plot.note}</p>}
      <div className={styles.data}>
        {!isHeatmap && (
          <details onToggle={({ currentTarget }) => setTableOpen(currentTarget.open)}>
            <summary>{t('showData')}</summary>
            {isTableOpen && <PlotTable plot={plot} />}
          </details>
        )}
        <PlotDownloads plot={plot} canvas={isHeatmap ? null : canvas} />
      </div>
    </figure>
  );
}

function Drawing({ plot, isGroups }: { plot: Plot; isGroups: boolean }) {
  if (plot.kind === 'graph') return <GraphPlot plot={plot} />;
  if (plot.kind !== 'bar') return <LinePlot plot={plot} />;
  return isGroups ? <BarPlot plot={plot} /> : <ColumnPlot plot={plot} />;
}

'use client';

import { Bar, BarChart, CartesianGrid, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, belowAxis, besideAxis, domainOf, hasCounts, joinByLabel, short } from './plot-data';
import { PlotTip } from './plot-tip';
import { styleOf } from './plot-style';
import type { Plot } from './score.types';

/** Upright bars over numbers in their order: histograms and timelines. */
export function ColumnPlot({ plot }: { plot: Plot }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={joinByLabel(plot.series)}
        margin={{ top: 8, right: 12, bottom: 20, left: 8 }}
        barGap={1}
        barCategoryGap="12%"
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
        <XAxis
          dataKey="label"
          tickFormatter={(label: string) => short(Number(label))}
          label={belowAxis(plot.xLabel)}
          {...AXIS}
        />
        <YAxis
          // Bars are lengths: they begin at zero.
          domain={plot.yDomain ? domainOf(plot.yDomain) : [(least: number) => Math.min(0, least), 'auto']}
          allowDecimals={!hasCounts(plot.series)}
          tickFormatter={short}
          width={52}
          label={besideAxis(plot.yLabel)}
          {...AXIS}
        />
        <Tooltip
          content={<PlotTip xLabel={plot.xLabel} />}
          isAnimationActive={false}
          cursor={{ fill: 'var(--sunken)' }}
        />
        {plot.series.map((series, index) => (
          <Bar
            key={series.name}
            name={series.name}
            dataKey={`y${index}`}
            fill={styleOf(series.role, plot.series, index).color}
            fillOpacity={series.role === 'student' ? 0.85 : 0.55}
            radius={[2, 2, 0, 0]}
            isAnimationActive={false}
          >
            <ErrorBar dataKey={`w${index}`} width={4} stroke="var(--ink)" strokeOpacity={0.7} direction="y" />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

'use client';

import { Bar, BarChart, CartesianGrid, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { belowAxis, domainOf, hasCounts, joinByLabel } from './plot-data';
import type { Plot } from './score.types';
import { PlotTip } from './plot-tip';
import { styleOf } from './plot-style';

// Wide enough for two group names side by side; longer labels wrap.
const LABEL_WIDTH = 168;

/** Bars by category with their intervals, lying down so that names of groups stay readable. */
export function BarPlot({ plot }: { plot: Plot }) {
  const rows = joinByLabel(plot.series);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={rows}
        layout="vertical"
        margin={{ top: 8, right: 16, bottom: 20, left: 8 }}
        barGap={1}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--chart-grid)" horizontal={false} />
        <XAxis
          type="number"
          domain={domainOf(plot.yDomain)}
          allowDecimals={!hasCounts(plot.series)}
          stroke="var(--line-strong)"
          tick={{ fill: 'var(--ink-2)' }}
          tickLine={false}
          label={belowAxis(plot.yLabel)}
        />
        <YAxis
          type="category"
          dataKey="label"
          width={LABEL_WIDTH}
          stroke="var(--line-strong)"
          tick={{ fill: 'var(--ink-2)' }}
          tickLine={false}
          interval={0}
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
            radius={[0, 2, 2, 0]}
            isAnimationActive={false}
          >
            <ErrorBar
              dataKey={`w${index}`}
              width={4}
              stroke="var(--ink)"
              strokeOpacity={0.7}
              strokeWidth={1.25}
              direction="x"
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

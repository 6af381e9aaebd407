'use client';

import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Area,
  Line,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS, belowAxis, besideAxis, domainOf, short, toRows } from './plot-data';
import type { Plot } from './score.types';
import { PlotTip } from './plot-tip';
import { styleOf } from './plot-style';

/** Curves and points over a numeric axis, with their intervals as bands or whiskers. */
export function LinePlot({ plot }: { plot: Plot }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart margin={{ top: 8, right: 12, bottom: 20, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--chart-grid)" />
        <XAxis
          type="number"
          dataKey="x"
          domain={domainOf(plot.xDomain)}
          tickCount={6}
          tickFormatter={short}
          allowDuplicatedCategory={false}
          label={belowAxis(plot.xLabel)}
          {...AXIS}
        />
        <YAxis
          type="number"
          domain={domainOf(plot.yDomain)}
          tickCount={6}
          tickFormatter={short}
          width={52}
          label={besideAxis(plot.yLabel)}
          {...AXIS}
        />
        <Tooltip
          content={<PlotTip xLabel={plot.xLabel} />}
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
        />
        {plot.series.map((series, index) => {
          const look = styleOf(series.role, plot.series, index);
          const rows = toRows(series.points);
          if (plot.kind === 'scatter' && series.role === 'student') {
            return (
              <Scatter
                key={series.name}
                name={series.name}
                data={rows}
                dataKey="y"
                fill={look.color}
                isAnimationActive={false}
              >
                {rows.some(({ whisker }) => whisker) && (
                  <ErrorBar
                    dataKey="whisker"
                    width={0}
                    stroke={look.color}
                    strokeOpacity={0.5}
                    strokeWidth={2}
                    direction="y"
                  />
                )}
              </Scatter>
            );
          }
          if (series.role === 'band') return null;
          return (
            <Line
              key={series.name}
              name={series.name}
              data={rows}
              dataKey="y"
              type="linear"
              dot={false}
              stroke={look.color}
              strokeWidth={look.width}
              strokeDasharray={look.dash}
              isAnimationActive={false}
            />
          );
        })}
        {plot.kind === 'line' &&
          plot.series.map((series, index) => {
            const rows = toRows(series.points).filter(({ band }) => band !== null);
            return rows.length === 0 ? null : (
              <Area
                key={`${series.name}-band`}
                data={rows}
                dataKey="band"
                type="linear"
                stroke="none"
                fill={styleOf(series.role, plot.series, index).color}
                fillOpacity={0.16}
                tooltipType="none"
                legendType="none"
                isAnimationActive={false}
              />
            );
          })}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

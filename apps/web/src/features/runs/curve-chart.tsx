'use client';

import { useTranslations } from 'next-intl';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS } from '@/features/score/plot-data';
import styles from './resource-curves.module.css';

interface Props {
  label: string;
  rows: readonly { seconds: number; value: number }[];
  most: number;
  limit?: number | null;
  /** The value of a row is that of the time since the row before. */
  isStepped?: boolean;
  color: string;
  toText: (value: number) => string;
}

/** One amount over the time of a phase, from nothing to the most that there is. */
export function CurveChart({ label, rows, most, limit = null, isStepped = false, color, toText }: Props) {
  const t = useTranslations('run.resources');
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <div className={styles.canvas}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...rows]}
            margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
            <XAxis
              type="number"
              dataKey="seconds"
              domain={[0, 'dataMax']}
              tickCount={5}
              tickFormatter={(seconds: number) => t('seconds', { seconds })}
              {...AXIS}
            />
            <YAxis
              type="number"
              domain={[0, most]}
              ticks={[0, most / 2, most]}
              tickFormatter={toText}
              width={64}
              {...AXIS}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--line-strong)' }}
              contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line-strong)' }}
              labelFormatter={(seconds) => t('seconds', { seconds: Number(seconds) })}
              formatter={(value) => toText(Number(value))}
            />
            {limit !== null && (
              <ReferenceLine y={limit} stroke="var(--chart-rule)" strokeDasharray="4 3" strokeWidth={1.5} />
            )}
            <Area
              name={label}
              dataKey="value"
              type={isStepped ? 'stepBefore' : 'linear'}
              stroke={color}
              strokeWidth={2}
              fill={color}
              fillOpacity={0.16}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

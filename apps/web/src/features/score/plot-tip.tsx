'use client';

import type { TooltipContentProps } from 'recharts';
import { metricText } from '@/ui/units';
import styles from './plot-grid.module.css';

/** What lies under the pointer. */
export function PlotTip({
  active,
  payload,
  label,
  xLabel,
}: Partial<TooltipContentProps> & { xLabel: string }) {
  if (!active || !payload?.length) return null;
  const named = payload.filter(
    (item, index) => item.name !== xLabel && payload.findIndex(({ name }) => name === item.name) === index,
  );
  return (
    <div className={styles.tip}>
      <div>
        {xLabel}: <span className="num">{typeof label === 'number' ? metricText(label) : label}</span>
      </div>
      {named.map((item) => (
        <div key={String(item.name)}>
          {item.name}:{' '}
          <span className="num">
            {typeof item.value === 'number' ? metricText(item.value) : String(item.value)}
          </span>
        </div>
      ))}
    </div>
  );
}

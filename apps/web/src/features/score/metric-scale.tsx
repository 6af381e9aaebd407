import { useTranslations } from 'next-intl';
import { metricText } from '@/ui/units';
import { scaleOf } from './scale';
import styles from './metric-table.module.css';

interface Props {
  metric: { label: string; value: number; low: number; high: number; direction: 'HIGHER' | 'LOWER' };
  naive: number | null;
  simple: number | null;
  strong: number | null;
}

/** One metric on a line, better to the right: three grey rules for the references, a dot with its interval for the student. */
export function MetricScale({ metric, naive, simple, strong }: Props) {
  const t = useTranslations('score');
  const references = [naive, simple, strong].filter((value) => value !== null);
  const at = scaleOf([metric.low, metric.high, metric.value, ...references], metric.direction);
  return (
    <svg
      className={styles.figure}
      role="img"
      aria-label={t('scaleLabel', { label: metric.label, value: metricText(metric.value) })}
    >
      <line x1="0%" x2="100%" y1="12" y2="12" className={styles.axis} />
      {references.map((value, index) => (
        <line key={index} x1={at(value)} x2={at(value)} y1="4" y2="20" className={styles.reference} />
      ))}
      <line x1={at(metric.low)} x2={at(metric.high)} y1="12" y2="12" className={styles.band} />
      <circle cx={at(metric.value)} cy="12" r="5" className={styles.dot} />
    </svg>
  );
}

import { useTranslations } from 'next-intl';
import styles from './comparison.module.css';

interface Props {
  value: number;
  low: number;
  high: number;
}

/** A difference of points with its interval around zero, the same reach on both sides. */
export function DifferenceBar({ value, low, high }: Props) {
  const t = useTranslations('score.comparison');
  const reach = Math.max(1, Math.ceil(Math.max(Math.abs(low), Math.abs(high), Math.abs(value)) * 1.1));
  const at = (points: number) => `${(50 + (48 * points) / reach).toFixed(2)}%`;
  return (
    <svg className={styles.bar} role="img" aria-label={t('barLabel', { difference: value, low, high })}>
      <line x1="2%" x2="98%" y1="12" y2="12" className={styles.axis} />
      <line x1="50%" x2="50%" y1="2" y2="22" className={styles.zero} />
      <line x1={at(low)} x2={at(high)} y1="12" y2="12" className={styles.band} />
      <circle cx={at(value)} cy="12" r="5" className={styles.dot} />
      {[-reach, 0, reach].map((points) => (
        <text key={points} x={at(points)} y="38" textAnchor="middle">
          {t('tick', { points })}
        </text>
      ))}
    </svg>
  );
}

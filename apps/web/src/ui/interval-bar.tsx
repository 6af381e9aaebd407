import { useTranslations } from 'next-intl';
import styles from './interval-bar.module.css';

interface Props {
  /** Points, 0 to 100. */
  value: number;
  low: number;
  high: number;
  passMark: number;
  size?: 'headline' | 'row';
}

/** Points on a 0 to 100 rule: a dot for the value, a band for its interval, a notch at the pass mark. */
export function IntervalBar({ value, low, high, passMark, size = 'row' }: Props) {
  const t = useTranslations('points');
  const at = (points: number) => `${Math.min(100, Math.max(0, points))}%`;
  return (
    <div
      role="img"
      aria-label={t('barLabel', { value, low, high, passMark })}
      className={styles.bar}
      data-size={size}
      data-reached={value >= passMark}
    >
      <span className={styles.track} />
      <span
        className={styles.band}
        style={{ left: at(low), width: `${Math.max(0.5, Math.min(100, high) - Math.max(0, low))}%` }}
      />
      <span className={styles.pass} style={{ left: at(passMark) }} />
      <span className={styles.dot} style={{ left: at(value) }} />
      {size === 'headline' && (
        <>
          <span className={styles.tick} style={{ left: '0%' }}>
            0
          </span>
          <span className={styles.passLabel} style={{ left: at(passMark) }}>
            {t('passAt', { passMark })}
          </span>
          <span className={styles.tick} style={{ left: '100%' }}>
            100
          </span>
        </>
      )}
    </div>
  );
}

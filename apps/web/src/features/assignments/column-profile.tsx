import { useFormatter, useTranslations } from 'next-intl';
import { decimalsOf } from '@/ui/units';
import type { Version } from './assignment.types';
import styles from './column-profile.module.css';

type Profile = NonNullable<Version['dictionary'][number]['profile']>;
type Bin = Profile['bins'][number];

const [WIDTH, HEIGHT, GAP] = [120, 28, 1];

/** A small plot of a column's public rows, with its numbers below. */
export function ColumnProfile({ column, profile }: { column: string; profile: Profile }) {
  const t = useTranslations('assignment.profile');
  const format = useFormatter();
  const { rows, missing, bins } = profile;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = WIDTH / Math.max(1, bins.length);
  const named = ({ low, high, label }: Bin) => {
    if (low === null || high === null) return label ?? t('others');
    const bound = (value: number) => format.number(value, { maximumFractionDigits: decimalsOf(high - low) });
    return t('range', { low: bound(low), high: bound(high) });
  };
  return (
    <div className={styles.profile}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        aria-hidden
        className={styles.plot}
      >
        {bins.map(({ count }, place) => {
          const height = (count / most) * (HEIGHT - 1);
          return (
            <rect
              key={place}
              x={place * step}
              y={HEIGHT - 1 - height}
              width={Math.max(1, step - GAP)}
              height={height}
            />
          );
        })}
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
      <details>
        <summary>
          {t('missing', { share: rows > 0 ? missing / rows : 0 })}{' '}
          <span className="sr-only">{t('show', { column })}</span>
        </summary>
        <table className={styles.values}>
          <caption className="sr-only">{t('of', { column, rows })}</caption>
          <tbody>
            {bins.map((bin, place) => (
              <tr key={place}>
                <th scope="row">{named(bin)}</th>
                <td className="num">{t('count', { count: bin.count })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

import { useFormatter, useTranslations } from 'next-intl';
import { decimalsOf } from '@/ui/units';
import type { Profile } from './draft.types';
import styles from './authoring.module.css';

type Column = Profile['table']['columns'][number];
type Bin = Column['bins'][number];

/** How often each outcome occurs, as bars whose numbers stand beside them. */
export function TargetBalance({ column, rows }: { column: Column; rows: number }) {
  const t = useTranslations('drafts.data');
  const format = useFormatter();
  const most = Math.max(1, ...column.bins.map(({ count }) => count));
  const nameOf = ({ low, high, label }: Bin) => {
    if (low === null || high === null) return label ?? t('others');
    const bound = (value: number) => format.number(value, { maximumFractionDigits: decimalsOf(high - low) });
    return t('range', { low: bound(low), high: bound(high) });
  };
  return (
    <table className={styles.balance}>
      <caption className="sr-only">{t('balance', { target: column.name })}</caption>
      <tbody>
        {column.bins.map((bin, place) => (
          <tr key={place}>
            <th scope="row">{nameOf(bin)}</th>
            <td className={styles.bar} aria-hidden>
              <span style={{ width: `${(100 * bin.count) / most}%` }} />
            </td>
            <td className="num">{t('share', { count: bin.count, share: bin.count / Math.max(1, rows) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

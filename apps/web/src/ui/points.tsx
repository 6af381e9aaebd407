import { useTranslations } from 'next-intl';

/** Points with their interval, as in `78 (71 to 84)`. */
export function Points({ value, low, high }: { value: number; low: number; high: number }) {
  const t = useTranslations('points');
  return <span className="num">{t('withInterval', { value, low, high })}</span>;
}

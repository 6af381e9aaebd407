import { useTranslations } from 'next-intl';
import type { ReproductionVerdict } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { MEANING_OF_VERDICT } from './verdict-meaning';
import styles from './reproductions.module.css';

interface Props {
  /** What was reproduced, for those who hear the list alone. */
  title: string;
  reproductions: readonly { verdict: ReproductionVerdict | null; at: string }[];
}

/** When a result was run again and what came of it, newest first. Who asked is not said. */
export function ResultReproductions({ title, reproductions }: Props) {
  const t = useTranslations('reproduction');
  if (reproductions.length === 0) return null;
  return (
    <ul className={styles.verdicts} aria-label={t('ofResult', { title })} data-testid="result-reproductions">
      {reproductions.map(({ verdict, at }) => (
        <li key={`${at} ${verdict}`}>
          <Mark meaning={verdict ? MEANING_OF_VERDICT[verdict] : 'running'}>
            {t(`verdict.${verdict ?? 'UNDER_WAY'}`)}
          </Mark>{' '}
          <LocalTime at={at} style="date" />
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import type { RunLineFragment } from '@/generated/graphql';
import { IntervalBar } from '@/ui/interval-bar';
import styles from './score-summary.module.css';

/** The number, how sure it is, and the way to the rest. */
export function ScoreSummary({
  runId,
  score,
}: {
  runId: string;
  score: NonNullable<RunLineFragment['score']>;
}) {
  const t = useTranslations('run');
  const points = useTranslations('points');
  return (
    <section className={styles.summary} aria-label={t('score')} data-testid="score-summary">
      <p className={styles.value}>
        <span className={styles.big}>{points('value', { value: score.value })}</span>
        <span className={styles.interval}>{points('interval', { low: score.low, high: score.high })}</span>
      </p>
      <div className={styles.bar}>
        <IntervalBar
          value={score.value}
          low={score.low}
          high={score.high}
          passMark={score.passMark}
          size="headline"
        />
      </div>
      <LinkButton href={`/runs/${runId}/score`}>{t('readScore')}</LinkButton>
    </section>
  );
}

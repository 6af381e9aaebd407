import { useTranslations } from 'next-intl';
import { IntervalBar } from '@/ui/interval-bar';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import type { Score, ScoredRun } from './score.types';
import { distanceToPass } from './distance';
import styles from './headline.module.css';

/** Points against the pass mark, in one look. */
export function Headline({ run, score }: { run: ScoredRun; score: Score }) {
  const t = useTranslations('score');
  const points = useTranslations('points');
  const splits = useTranslations('assignment.splitName');
  const runs = useTranslations('runs');
  const distance = distanceToPass(score);
  const rows = run.metrics[0]?.n;
  const isPractice = run.kind === 'PRACTICE';
  return (
    <section className={styles.headline} aria-label={t('headline')} data-testid="score-headline">
      <div className={styles.number}>
        <p className={styles.value}>{points('value', { value: score.value })}</p>
        <p className={styles.interval}>{points('interval', { low: score.low, high: score.high })}</p>
        <Mark meaning={score.isPassed ? 'passed' : 'neutral'}>
          {runs(
            !score.isPassed
              ? 'status.NOT_PASSED'
              : isPractice
                ? 'status.ABOVE_MARK'
                : score.isProvisional
                  ? 'status.PROVISIONAL'
                  : 'status.PASSED',
          )}
        </Mark>
      </div>
      <div className={styles.right}>
        <IntervalBar
          value={score.value}
          low={score.low}
          high={score.high}
          passMark={score.passMark}
          size="headline"
        />
        <p className={styles.sentence}>
          {t(`distance.${distance.key}`, { points: distance.points, passMark: score.passMark })}
        </p>
        <p className={styles.note}>
          {t('measuredOn', { split: splits(score.split), rows: rows ?? 0, kind: runs(`kind.${run.kind}`) })}{' '}
          {t(score.anchorsSource === 'MEASURED' ? 'anchorsMeasured' : 'anchorsShipped')}
        </p>
      </div>
      {score.isProvisional && !isPractice && (
        <div className={styles.wide}>
          <Notice meaning="attention" title={t('provisionalTitle')}>
            {t('provisionalText')}
          </Notice>
        </div>
      )}
      {score.ladder && (
        <div className={styles.wide}>
          <Notice
            meaning="neutral"
            title={
              score.ladder.isReleased ? t('released') : t('notReleased', { points: score.ladder.shownPoints })
            }
          >
            {score.ladder.message}
          </Notice>
        </div>
      )}
    </section>
  );
}

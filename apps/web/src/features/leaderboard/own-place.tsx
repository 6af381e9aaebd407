import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { LeaderboardQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Points } from '@/ui/points';
import styles from './leaderboard-page.module.css';

/** The reader's own place, whatever part of the board is shown, and what their latest score changed. */
export function OwnPlace({ leaderboard }: { leaderboard: LeaderboardQuery['leaderboard'] }) {
  const t = useTranslations('leaderboard');
  const { ownPlace, ownChange, board } = leaderboard;
  if (!ownPlace && !ownChange) return null;
  return (
    <section className={styles.own} aria-label={t('own')} data-testid="own-place">
      {ownPlace && (
        <p>
          <strong>{t('ownRank', { rank: ownPlace.rank })}</strong>{' '}
          <Points value={ownPlace.points} low={ownPlace.low} high={ownPlace.high} />
        </p>
      )}
      {ownChange && board === 'PUBLIC' && (
        <p className={styles.change}>
          <Link href={`/runs/${ownChange.runId}/score`}>{t('latest')}</Link>, <LocalTime at={ownChange.at} />:{' '}
          {t(ownChange.isReleased ? 'released' : 'kept')} {ownChange.message}
        </p>
      )}
    </section>
  );
}

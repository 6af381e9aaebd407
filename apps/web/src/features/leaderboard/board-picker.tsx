import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { LeaderboardQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { boardPath, type BoardChoice } from './board-path';
import styles from './leaderboard-page.module.css';

interface Props {
  leaderboard: LeaderboardQuery['leaderboard'];
  cohorts: LeaderboardQuery['cohorts'];
  choice: BoardChoice;
}

/** Public or private, the whole organization or one cohort: plain links, so that each view has its address. */
export function BoardPicker({ leaderboard, cohorts, choice }: Props) {
  const t = useTranslations('leaderboard');
  const to = (change: Partial<BoardChoice>) => boardPath({ ...choice, after: null, ...change });
  const here = (isHere: boolean) => (isHere ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <div className={styles.picker}>
      <nav aria-label={t('boards')}>
        <Link href={to({ isPrivate: false })} {...here(!choice.isPrivate)}>
          {t('board.PUBLIC')}
        </Link>
        {leaderboard.isPrivateOpen ? (
          <Link href={to({ isPrivate: true })} {...here(choice.isPrivate)}>
            {t('board.PRIVATE')}
          </Link>
        ) : (
          <span className={styles.closed}>
            {t('board.PRIVATE')}:{' '}
            {leaderboard.privateOpensAt ? (
              <>
                {t('opens')} <LocalTime at={leaderboard.privateOpensAt} style="zoned" />
              </>
            ) : (
              t('neverOpens')
            )}
          </span>
        )}
      </nav>
      {cohorts.length > 0 && (
        <nav aria-label={t('groups')}>
          <Link href={to({ cohort: null })} {...here(choice.cohort === null)}>
            {t('everyone')}
          </Link>
          {cohorts.map(({ id, slug, name }) => (
            <Link key={id} href={to({ cohort: slug })} {...here(choice.cohort === slug)}>
              {name}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}

import { useTranslations } from 'next-intl';
import type { LeaderboardQuery } from '@/generated/graphql';
import { ChoiceLinks } from '@/ui/choice-links';
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
  const boards = [
    { href: to({ isPrivate: false }), label: t('board.PUBLIC'), isCurrent: !choice.isPrivate },
    ...(leaderboard.isPrivateOpen
      ? [{ href: to({ isPrivate: true }), label: t('board.PRIVATE'), isCurrent: choice.isPrivate }]
      : []),
  ];
  const groups = [
    { href: to({ cohort: null }), label: t('everyone'), isCurrent: choice.cohort === null },
    ...cohorts.map(({ slug, name }) => ({
      href: to({ cohort: slug }),
      label: name,
      isCurrent: choice.cohort === slug,
    })),
  ];
  return (
    <div className={styles.picker}>
      <ChoiceLinks label={t('boards')} choices={boards}>
        {!leaderboard.isPrivateOpen && (
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
      </ChoiceLinks>
      {cohorts.length > 0 && <ChoiceLinks label={t('groups')} choices={groups} />}
    </div>
  );
}

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { LeaderboardQuery } from '@/generated/graphql';
import { LinkButton } from '@/ui/link-button';
import { Crumbs, Empty, PageHead } from '@/ui/page';
import { BoardPicker } from './board-picker';
import { boardPath, type BoardChoice } from './board-path';
import { BoardTable } from './board-table';
import { OwnPlace } from './own-place';
import styles from './leaderboard-page.module.css';

interface Props extends LeaderboardQuery {
  choice: BoardChoice;
}

/** The ranking, as far as it can be told: bands group scores that may differ by chance alone. */
export function LeaderboardPage({ leaderboard, assignment, cohorts, choice }: Props) {
  const t = useTranslations('leaderboard');
  const { rows, pageInfo, board, passMark } = leaderboard;
  return (
    <>
      <Crumbs
        trail={[
          { label: assignment.stage.title, href: `/stages/${assignment.stage.slug}` },
          { label: assignment.title, href: `/assignments/${assignment.slug}` },
          { label: t('title') },
        ]}
      />
      <PageHead title={t('title')} kicker={assignment.title} lead={t(`note.${board}`)} />
      <BoardPicker leaderboard={leaderboard} cohorts={cohorts} choice={choice} />
      <OwnPlace leaderboard={leaderboard} />
      {rows.length === 0 ? (
        <Empty
          title={t('emptyTitle')}
          action={<LinkButton href={`/assignments/${assignment.slug}`}>{t('emptyAction')}</LinkButton>}
        >
          {t('emptyText')}
        </Empty>
      ) : (
        <BoardTable rows={rows} passMark={passMark} isPrivate={board === 'PRIVATE'} />
      )}
      <nav className={styles.pages} aria-label={t('pages')}>
        {choice.after && <Link href={boardPath({ ...choice, after: null })}>{t('first')}</Link>}
        {pageInfo.hasNextPage && (
          <LinkButton href={boardPath({ ...choice, after: pageInfo.endCursor })}>{t('next')}</LinkButton>
        )}
      </nav>
    </>
  );
}

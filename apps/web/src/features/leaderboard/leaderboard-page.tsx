import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { LeaderboardQuery } from '@/generated/graphql';
import { IntervalBar } from '@/ui/interval-bar';
import { Crumbs, Empty, PageHead } from '@/ui/page';
import { Points } from '@/ui/points';
import { Table } from '@/ui/table';
import styles from './leaderboard-page.module.css';

const PASS_MARK = 70;

/** Who stands where, as far as it can be told: bands of scores that may differ by chance alone. */
export function LeaderboardPage({ leaderboard, assignment }: LeaderboardQuery) {
  const t = useTranslations('leaderboard');
  const bands = Map.groupBy(leaderboard.rows, ({ band }) => band);
  return (
    <>
      <Crumbs
        trail={[
          { label: assignment.stage.title, href: `/stages/${assignment.stage.slug}` },
          { label: assignment.title, href: `/assignments/${assignment.slug}` },
          { label: t('title') },
        ]}
      />
      <PageHead title={t('title')} kicker={assignment.title} lead={leaderboard.note} />
      {leaderboard.rows.length === 0 ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        <Table label={t('title')} caption={t('caption')}>
          <thead>
            <tr>
              <th scope="col">{t('band')}</th>
              <th scope="col">{t('student')}</th>
              <th scope="col">{t('points')}</th>
              <th scope="col" className={styles.plot}>
                {t('interval', { passMark: PASS_MARK })}
              </th>
            </tr>
          </thead>
          {[...bands].map(([band, rows]) => (
            <tbody key={band} className={styles.band}>
              {rows.map((row, index) => (
                <tr key={row.student.id} data-viewer={row.isViewer}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={rows.length} className={styles.ranks}>
                      {t('ranks', { from: rows[0]?.rank ?? 0, to: rows.at(-1)?.rank ?? 0 })}
                    </th>
                  )}
                  <td>
                    {row.runId ? (
                      <Link href={`/runs/${row.runId}/score`}>{row.student.name}</Link>
                    ) : (
                      row.student.name
                    )}
                    {row.isViewer && <span className={styles.you}>{t('you')}</span>}
                  </td>
                  <td>
                    <Points value={row.points} low={row.low} high={row.high} />
                  </td>
                  <td className={styles.plot}>
                    <IntervalBar value={row.points} low={row.low} high={row.high} passMark={PASS_MARK} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </Table>
      )}
    </>
  );
}

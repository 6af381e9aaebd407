import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { LeaderboardQuery } from '@/generated/graphql';
import { IntervalBar } from '@/ui/interval-bar';
import { Points } from '@/ui/points';
import { Table, tableStyles } from '@/ui/table';
import styles from './leaderboard-page.module.css';

type Row = LeaderboardQuery['leaderboard']['rows'][number];

interface Props {
  rows: Row[];
  passMark: number;
  isPrivate: boolean;
}

/** Rows by band. Within a band, ranks cannot be distinguished. */
export function BoardTable({ rows, passMark, isPrivate }: Props) {
  const t = useTranslations('leaderboard');
  const bands = Map.groupBy(rows, ({ band }) => band);
  return (
    <Table label={t('title')} caption={t('caption')}>
      <thead>
        <tr>
          <th scope="col">{t('band')}</th>
          <th scope="col">{t('student')}</th>
          <th scope="col">{t('points')}</th>
          {isPrivate && (
            <th scope="col" className={tableStyles.right}>
              {t('publicRank')}
            </th>
          )}
          <th scope="col" className={styles.plot}>
            {t('interval', { passMark })}
          </th>
        </tr>
      </thead>
      {[...bands].map(([band, own]) => (
        <tbody key={band} className={styles.band}>
          {own.map((row, index) => (
            <tr key={row.id} data-viewer={row.isViewer}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={own.length} className={styles.ranks}>
                  {own.length === 1
                    ? t('rank', { rank: row.rank })
                    : t('ranks', { from: row.rank, to: own.at(-1)?.rank ?? row.rank })}
                </th>
              )}
              <td>
                {row.runId ? <Link href={`/runs/${row.runId}/score`}>{row.name}</Link> : row.name}{' '}
                {row.isViewer && <span className={styles.you}>{t('you')}</span>}
              </td>
              <td>
                <Points value={row.points} low={row.low} high={row.high} />
              </td>
              {isPrivate && (
                <td className={`${tableStyles.right} num`}>
                  {row.publicRank === null
                    ? t('notOnPublic')
                    : t('moved', { rank: row.publicRank, by: row.publicRank - row.rank })}
                </td>
              )}
              <td className={styles.plot}>
                <IntervalBar value={row.points} low={row.low} high={row.high} passMark={passMark} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { IntervalBar } from '@/ui/interval-bar';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { Points } from '@/ui/points';
import { Table } from '@/ui/table';
import { MEANING_OF, statusOf, type RunLine } from './run-status';
import styles from './run-table.module.css';

interface Props {
  runs: RunLine[];
  withAssignment?: boolean;
  withStudent?: boolean;
}

/** Runs, newest first: what, when, how it ended, how many points and how sure. */
export function RunTable({ runs, withAssignment = false, withStudent = false }: Props) {
  const t = useTranslations('runs');
  return (
    <Table label={t('tableLabel')} narrow="stacked">
      <thead>
        <tr>
          <th scope="col">{t('run')}</th>
          {withStudent && <th scope="col">{t('student')}</th>}
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('points')}</th>
          <th scope="col">{t('submitted')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => {
          const status = statusOf(run);
          return (
            <tr key={run.id}>
              <th scope="row">
                <Link href={`/runs/${run.id}`}>
                  {withAssignment ? run.assignment.title : run.submission.fileName}
                </Link>
                <span className={styles.sub}>
                  {t(`kind.${run.kind}`)}
                  {withAssignment && <> · {run.submission.fileName}</>}
                </span>
              </th>
              {withStudent && <td data-label={t('student')}>{run.student.name}</td>}
              <td data-label={t('state')}>
                <Mark meaning={MEANING_OF[status]}>{t(`status.${status}`)}</Mark>
              </td>
              <td data-label={t('points')} className={styles.points}>
                {run.score ? (
                  <>
                    <Points value={run.score.value} low={run.score.low} high={run.score.high} />
                    <IntervalBar
                      value={run.score.value}
                      low={run.score.low}
                      high={run.score.high}
                      passMark={run.score.passMark}
                    />
                  </>
                ) : (
                  <span className={styles.sub}>{t('noPoints')}</span>
                )}
              </td>
              <td data-label={t('submitted')} className={styles.time}>
                <LocalTime at={run.queuedAt} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

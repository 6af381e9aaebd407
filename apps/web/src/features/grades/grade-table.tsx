import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { CohortGradesQuery, CohortPassbacksQuery } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

type Grades = CohortGradesQuery['cohortGrades'];
type Grade = Grades['students']['nodes'][number]['grades'][number];
type Passback = CohortPassbacksQuery['cohortPassbacks']['passbacks'][number];

interface Props {
  assignments: Grades['assignments'];
  students: Grades['students']['nodes'];
  /** How the grades of these students stand at the LMS they come from. */
  passbacks: Passback[];
}

/** The gradebook: each student's best certification of each assignment that has any. */
export function GradeTable({ assignments, students, passbacks }: Props) {
  const t = useTranslations('grades');
  const shown = assignments.filter(({ certified }) => certified > 0);
  if (students.length === 0) return <Empty title={t('nobodyTitle')}>{t('nobodyText')}</Empty>;
  if (shown.length === 0) return <Empty title={t('noGradesTitle')}>{t('noGradesText')}</Empty>;
  return (
    <Table label={t('book')} caption={t('bookCaption')}>
      <ColumnHeads titles={[t('column.student'), ...shown.map(({ title }) => title)]} />
      <tbody>
        {students.map(({ studentId, name, grades }) => (
          <tr key={studentId}>
            <th scope="row">{name}</th>
            {shown.map(({ id }) => (
              <td key={id} className="num">
                <GradeCell grade={grades.find(({ assignmentId }) => assignmentId === id)} />
                {passbacks
                  .filter((passback) => passback.studentId === studentId && passback.assignmentId === id)
                  .map((passback, index) => (
                    <PassbackNote key={index} passback={passback} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function GradeCell({ grade }: { grade: Grade | undefined }) {
  const t = useTranslations('grades');
  if (!grade) return <span className={tableStyles.quiet}>{t('none')}</span>;
  const { runId, points, isPassed, isProvisional, daysLate } = grade;
  const state = isProvisional ? 'provisional' : isPassed ? 'passed' : 'notPassed';
  return (
    <>
      <Link href={`/runs/${runId}/score`}>{t('points', { points })}</Link>{' '}
      <span className={tableStyles.quiet}>
        {t(`state.${state}`)}
        {daysLate > 0 && t('late', { days: daysLate })}
      </span>
    </>
  );
}

function PassbackNote({ passback: { state, sentPoints, lastFailure } }: { passback: Passback }) {
  const t = useTranslations('passbacks');
  const said = t(`state.${state}`, { points: sentPoints ?? 0, reason: lastFailure ?? '' });
  return (
    <div className={tableStyles.quiet}>
      {state === 'FAILING' ? <Mark meaning="failed">{said}</Mark> : said}
    </div>
  );
}

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { AssignmentLineFragment } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import styles from './assignment-line.module.css';

/** One assignment in a list: what it is, and how far the student has come with it. */
export function AssignmentLine({
  assignment,
  isStudent,
  note,
}: {
  assignment: AssignmentLineFragment;
  /** Others have not come any way with it. */
  isStudent: boolean;
  note?: string;
}) {
  const t = useTranslations('assignments');
  return (
    <article className={styles.line}>
      <div className={styles.text}>
        <p className={styles.kind}>
          {t(`kind.${assignment.kind}`)}
          {note && <> · {note}</>}
        </p>
        <h3>
          <Link href={`/assignments/${assignment.slug}`}>{assignment.title}</Link>
        </h3>
        <p className={styles.summary}>{assignment.summary}</p>
      </div>
      {isStudent && (
        <div className={styles.state}>
          {assignment.isPassed ? (
            <Mark meaning="passed">{t('passed')}</Mark>
          ) : (
            <Mark meaning="neutral">{assignment.bestPoints === null ? t('notTried') : t('notPassed')}</Mark>
          )}
          {assignment.bestPoints !== null && (
            <span className={styles.best}>{t('best', { points: assignment.bestPoints })}</span>
          )}
        </div>
      )}
    </article>
  );
}

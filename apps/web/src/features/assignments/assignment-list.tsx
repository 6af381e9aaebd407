import { useTranslations } from 'next-intl';
import type { AssignmentsQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Empty } from '@/ui/page';
import { AssignmentLine } from './assignment-line';
import styles from './assignment-list.module.css';

type Listed = AssignmentsQuery['assignments'][number];

/** All assignments, by stage. */
export function AssignmentList({ assignments, isStudent }: { assignments: Listed[]; isStudent: boolean }) {
  const t = useTranslations('assignments');
  if (assignments.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  const stages = Map.groupBy(
    assignments.toSorted((a, b) => a.stage.position - b.stage.position),
    ({ stage }) => stage.id,
  );
  return [...stages.values()].map((group) => (
    <section key={group[0]?.stage.id} className={styles.group} aria-label={group[0]?.stage.title}>
      <h2 className={styles.stage}>
        <span className={styles.position}>{group[0]?.stage.position}</span>
        {group[0]?.stage.title}
      </h2>
      <ul className={styles.lines}>
        {group.map((assignment) => (
          <li key={assignment.id}>
            <AssignmentLine assignment={assignment} isStudent={isStudent} />
            <p className={styles.deadline}>
              {assignment.policy.isOpen
                ? assignment.policy.dueAt && (
                    <>
                      {t('due')} <LocalTime at={assignment.policy.dueAt} style="zoned" />
                    </>
                  )
                : (assignment.policy.closedReason ?? t('closed'))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}

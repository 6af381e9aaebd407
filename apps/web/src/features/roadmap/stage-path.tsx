import { IconCheck } from '@tabler/icons-react';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { AssignmentLine } from '@/features/assignments/assignment-line';
import { Mark, type Meaning } from '@/ui/mark';
import type { RoadmapStage } from './next-step';
import styles from './stage-path.module.css';

const MEANING: Record<RoadmapStage['progress'], Meaning> = {
  PASSED: 'passed',
  IN_PROGRESS: 'running',
  OPEN: 'neutral',
  LOCKED: 'waiting',
};

/** The stages in order as one path. The student's current stage is expanded. */
export function StagePath({
  stages,
  current,
  isStudent,
}: {
  stages: RoadmapStage[];
  current: RoadmapStage | undefined;
  /** Others have no progress of their own. */
  isStudent: boolean;
}) {
  const t = useTranslations('roadmap');
  return (
    <ol className={styles.path} aria-label={t('pathLabel', { count: stages.length })}>
      {stages.map((stage) => {
        const isCurrent = stage === current;
        return (
          <li
            key={stage.id}
            className={styles.stage}
            data-progress={stage.progress}
            data-current={isCurrent}
            aria-current={isCurrent ? 'step' : undefined}
          >
            <span className={styles.node} aria-hidden>
              {stage.progress === 'PASSED' ? <IconCheck size={18} stroke={2.5} /> : stage.position}
            </span>
            <div className={styles.body}>
              <div className={styles.head}>
                <h3>
                  <Link href={`/stages/${stage.slug}`}>{stage.title}</Link>
                </h3>
                {isStudent && (
                  <Mark meaning={MEANING[stage.progress]}>{t(`progress.${stage.progress}`)}</Mark>
                )}
              </div>
              <p className={styles.goal}>{stage.goal}</p>
              {isCurrent && <OpenStage stage={stage} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function OpenStage({ stage }: { stage: RoadmapStage }) {
  const t = useTranslations('roadmap');
  return (
    <div className={styles.open}>
      {stage.lessons.length > 0 && (
        <ul className={styles.lessons} aria-label={t('lessons')}>
          {stage.lessons.map((lesson) => (
            <li key={lesson.id}>
              <Link href={`/stages/${stage.slug}/lessons/${lesson.slug}`}>{lesson.title}</Link>
              <span className={styles.minutes}>{t('minutes', { minutes: lesson.minutes })}</span>
            </li>
          ))}
        </ul>
      )}
      {stage.assignments.map((assignment) => (
        <AssignmentLine key={assignment.id} assignment={assignment} isStudent />
      ))}
      <p className={styles.unlocks}>{t('unlocks', { unlocks: stage.unlocks })}</p>
    </div>
  );
}

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { AssignmentLine } from '@/features/assignments/assignment-line';
import { DiagramCards } from '@/features/diagrams/diagram-cards';
import type { Role, StageQuery } from '@/generated/graphql';
import { Columns } from '@/ui/columns';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';
import { Prose } from '@/ui/prose';
import { StageAims } from './stage-aims';
import { StageAnchors } from './stage-anchors';
import styles from './stage-page.module.css';

/** One stage: what it is for, what to read, what to hand in, where to go deeper. */
export function StagePage({ stage, roles }: { stage: StageQuery['stage']; roles: readonly Role[] }) {
  const t = useTranslations('stage');
  const lessons = useTranslations('lesson');
  const roadmap = useTranslations('roadmap');
  const authoring = useTranslations('stageAuthoring');
  const isStudent = roles.includes('STUDENT');
  const position = t('position', { position: stage.position });
  return (
    <>
      <Crumbs trail={[{ label: t('roadmap'), href: '/' }, { label: stage.title }]} />
      <PageHead
        kicker={isStudent ? `${position} · ${roadmap(`progress.${stage.progress}`)}` : position}
        title={stage.title}
        lead={stage.goal}
        aside={
          roles.includes('INSTRUCTOR') && (
            <>
              <Link href={`/stages/${stage.slug}/edit`}>{authoring('edit')}</Link>{' '}
              <Link href={`/stages/${stage.slug}/lessons`}>{lessons('editAll')}</Link>
            </>
          )
        }
      />
      <Columns side={<StageAims unlocks={stage.unlocks} skills={stage.skills} />}>
        <Prose text={stage.overview} withoutTitle />
        <Section title={t('lessons')}>
          {stage.lessons.length === 0 ? (
            <Empty title={t('noLessonsTitle')}>{t('noLessonsText')}</Empty>
          ) : (
            <ul className={styles.lines}>
              {stage.lessons.map((lesson) => (
                <li key={lesson.id}>
                  <div className={styles.lesson}>
                    <h3>
                      <Link href={`/stages/${stage.slug}/lessons/${lesson.slug}`}>{lesson.title}</Link>
                    </h3>
                    <span>{roadmap('minutes', { minutes: lesson.minutes })}</span>
                  </div>
                  <p className={styles.side}>{lesson.summary}</p>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {stage.diagrams.length > 0 && (
          <Section title={t('diagrams')}>
            <DiagramCards diagrams={stage.diagrams} />
          </Section>
        )}
        <Section
          title={t('assignments')}
          note={stage.passesNeeded ? t('passesNeeded', { count: stage.passesNeeded }) : undefined}
        >
          {stage.assignments.length === 0 ? (
            <Empty title={t('noAssignmentsTitle')}>{t('noAssignmentsText')}</Empty>
          ) : (
            <ul className={styles.lines}>
              {stage.assignments.map((assignment) => (
                <li key={assignment.id}>
                  <AssignmentLine assignment={assignment} isStudent={isStudent} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <StageAnchors anchors={stage.studyAnchors} />
      </Columns>
    </>
  );
}

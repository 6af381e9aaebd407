import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { AssignmentLine } from '@/features/assignments/assignment-line';
import type { StageQuery } from '@/generated/graphql';
import { Columns } from '@/ui/columns';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { Prose } from '@/ui/prose';
import styles from './stage-page.module.css';

/** One stage: what it is for, what to read, what to hand in, where to go deeper. */
export function StagePage({ stage, mayEdit }: { stage: StageQuery['stage']; mayEdit: boolean }) {
  const t = useTranslations('stage');
  const lessons = useTranslations('lesson');
  const roadmap = useTranslations('roadmap');
  const skills = useTranslations('skillName');
  return (
    <>
      <Crumbs trail={[{ label: t('roadmap'), href: '/' }, { label: stage.title }]} />
      <PageHead
        kicker={`${t('position', { position: stage.position })} · ${roadmap(`progress.${stage.progress}`)}`}
        title={stage.title}
        lead={stage.goal}
        aside={mayEdit && <Link href={`/stages/${stage.slug}/lessons`}>{lessons('editAll')}</Link>}
      />
      <Columns
        side={
          <>
            <Panel title={t('unlocks')}>
              <p className={styles.side}>{stage.unlocks}</p>
            </Panel>
            <Panel title={t('skills')}>
              <ul className={styles.skills}>
                {stage.skills.map((skill) => (
                  <li key={skill}>{skills(skill)}</li>
                ))}
              </ul>
            </Panel>
          </>
        }
      >
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
                  <AssignmentLine assignment={assignment} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        {stage.studyAnchors.length > 0 && (
          <Section title={t('anchors')} note={t('anchorsNote')}>
            <ul className={styles.lines}>
              {stage.studyAnchors.map((anchor) => (
                <li key={anchor.url}>
                  <h3>
                    <a href={anchor.url} rel="noreferrer">
                      {anchor.title}
                    </a>{' '}
                    <span className={styles.provider}>{anchor.provider}</span>
                  </h3>
                  <p className={styles.side}>{anchor.why}</p>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Columns>
    </>
  );
}

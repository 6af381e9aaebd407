import { useTranslations } from 'next-intl';
import { SubmitPanel } from '@/features/submit/submit-panel';
import { Columns } from '@/ui/columns';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { Prose } from '@/ui/prose';
import type { AssignmentDetail } from './assignment.types';
import { AttemptFacts } from './attempt-facts';
import { CalibrationNotice } from './calibration-notice';
import { DataSection } from './data-section';
import { Downloads } from './downloads';
import { LimitsTable } from './limits-table';
import { MoreLinks } from './more-links';
import { RedrawPanel } from './redraw-panel';
import { OwnScorerNotice } from './own-scorer-notice';
import { Rubric } from './rubric';
import styles from './assignment-page.module.css';

interface Props {
  assignment: AssignmentDetail;
  canSubmit: boolean;
  canRevise: boolean;
  /** Whether the reader may run a cohort's work again. */
  canRerun: boolean;
  /** The way to the next version and to the folder; nothing for those who write none. */
  authoring: React.ReactNode;
  /** What an admin has limited for the reader. */
  quota: React.ReactNode;
  /** With whom the reader works; nothing where everyone works alone. */
  team: React.ReactNode;
  attempts: React.ReactNode;
}

/** Everything about one piece of graded work: what is asked, how it is judged, what is left, and where to hand in. */
export function AssignmentPage({
  assignment,
  canSubmit,
  canRevise,
  canRerun,
  authoring,
  quota,
  team,
  attempts,
}: Props) {
  const t = useTranslations('assignment');
  const kinds = useTranslations('assignments');
  const { version, stage } = assignment;
  return (
    <>
      <Crumbs
        trail={[
          { label: kinds('title'), href: '/assignments' },
          { label: stage.title, href: `/stages/${stage.slug}` },
          { label: assignment.title },
        ]}
      />
      <PageHead
        kicker={`${kinds(`kind.${assignment.kind}`)} · ${t('stage', { position: stage.position })}${version ? ` · ${t('version', { version: version.version })}` : ''}`}
        title={assignment.title}
        lead={assignment.summary}
      />
      {version === null ? (
        <Empty title={t('unpublishedTitle')}>{t('unpublishedText')}</Empty>
      ) : (
        <Columns
          first={
            <Panel title={t('attemptsAndTime')}>
              <AttemptFacts assignment={assignment} passMark={version.passMark} />
              {(version.diagram ?? canSubmit) && (
                <p className={styles.toHandIn}>
                  <a href="#hand-in">{t('toHandIn')}</a>
                </p>
              )}
            </Panel>
          }
          side={
            <>
              <div id="hand-in">
                {version.diagram ? (
                  <RedrawPanel slug={assignment.slug} picture={version.diagram.picture} />
                ) : (
                  canSubmit && <SubmitPanel assignment={assignment} version={version} />
                )}
              </div>
              {team}
              {quota}
              {!version.diagram && (
                <Panel title={t('startHere')}>
                  <Downloads version={version} />
                </Panel>
              )}
              <MoreLinks assignment={assignment} canRevise={canRevise} canRerun={canRerun} />
              {authoring}
            </>
          }
        >
          {/* A diagram has one key: nothing is measured on other splits. */}
          {!version.diagram && <CalibrationNotice calibration={version.calibration} />}
          <OwnScorerNotice version={version} />
          <Section id="brief" title={t('brief')}>
            <Prose text={version.brief} withoutTitle />
          </Section>
          <Section id="rubric" title={t('rubric')} note={t('rubricNote', { passMark: version.passMark })}>
            <Rubric criteria={version.criteria} />
          </Section>
          {!version.diagram && (
            <>
              <DataSection version={version} />
              <Section id="limits" title={t('limits')} note={t('limitsNote')}>
                <LimitsTable version={version} />
              </Section>
            </>
          )}
          <Section id="attempts" title={t('myAttempts')}>
            {attempts}
          </Section>
        </Columns>
      )}
    </>
  );
}
